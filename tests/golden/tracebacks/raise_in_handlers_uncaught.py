"""An uncaught error out of nested handlers, with, finally and a generator, all in one chain."""
class Resource:
    def __enter__(self): return self
    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__)
        raise ConnectionError("close failed") from value
def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")
def work():
    for n in numbers():
        with Resource():
            if n == 2:
                raise ValueError(f"bad {n}")
            raise StopIteration("odd")
def main():
    try:
        work()
    except ConnectionError as error:
        error.add_note("while working")
        try:
            {}[error.args[0]]
        except KeyError:
            raise
main()
