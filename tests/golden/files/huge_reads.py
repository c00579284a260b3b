"""Sizes that no memory holds."""
import io
import time


def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, buffer): return 0


class Bytes(Raw):
    def __init__(self): self.data = io.BytesIO(b"a")
    def readinto(self, buffer): return self.data.readinto(buffer)


t(lambda: Raw().read(2 ** 62))
t(lambda: io.BufferedReader(io.BytesIO(b"a")).read1(2 ** 62))
t(lambda: time.sleep(2 ** 62))
t(lambda: Bytes().read(5))
