# A raw stream that takes two bytes at a time, and what a buffer before it passes on when.
import io


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        print("  raw", bytes(data))
        return min(2, len(data))


for size in 1, 2, 3, 4, 5, 8:
    buffered = io.BufferedWriter(Raw(), size)
    for data in b"hello", b"ab", b"", b"cdefghijk":
        print(size, data, buffered.write(data))
    buffered.flush()
for data in b"a", "a", 3, None:
    try:
        io.TextIOBase().write(data)
    except (TypeError, io.UnsupportedOperation) as error:
        print(type(error).__name__, error)
