"""io: lines and blocks to and from a file and to and from memory."""

import io
import tempfile


def lines(n):
    with tempfile.TemporaryFile("w+") as file:
        for i in range(n):
            file.write(f"line {i} of the file\n")
        for i in range(n):
            print("line", i, "printed", file=file)
        file.seek(0)
        total = sum(len(line) for line in file)
        file.seek(0)
        while line := file.readline():
            total += line.count("i")
        file.seek(0)
        total += len(file.read().splitlines())
        file.seek(0)
        return total + len(file.readlines())


def binary(n):
    with tempfile.TemporaryFile() as file:
        for i in range(n):
            file.write(b"record %d\n" % i)
        file.seek(0)
        total = sum(len(line) for line in file)
        file.seek(0)
        while block := file.read(100):
            total += block.count(b"\n")
        return total


def memory(n):
    total = 0
    text = io.StringIO()
    for i in range(n):
        text.write("value ")
        text.write(str(i))
        text.write("\n")
    text.seek(0)
    for line in text:
        total += len(line)
    for i in range(n):
        small = io.BytesIO(b"some bytes to read")
        total += len(small.read(5)) + len(small.read())
    return total + len(text.getvalue())


print(lines(150_000), binary(200_000), memory(200_000))
