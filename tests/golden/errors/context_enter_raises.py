class M:
    def __enter__(self):
        raise ValueError("cannot enter")

    def __exit__(self, *a):
        return True


with M() as m:
    print("never")
