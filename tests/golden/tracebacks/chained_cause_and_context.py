"""__cause__, __context__, from None and longer chains, uncaught."""
def read(config):
    try:
        return config["missing"]
    except KeyError as error:
        raise LookupError("no setting") from error
def convert(config):
    try:
        read(config)
    except LookupError:
        int("not a number")
def hidden(config):
    try:
        convert(config)
    except ValueError as error:
        raise RuntimeError("hidden context") from None
def main():
    try:
        hidden({})
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    try:
        convert({})
    finally:
        cleanup()
def cleanup():
    raise OSError(2, "cleanup failed", "file.txt")
main()
