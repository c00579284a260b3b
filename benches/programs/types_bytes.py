"""bytes and bytearray: building, searching, taking apart, encoding; struct."""

import struct


def build(n):
    data = bytearray()
    for i in range(n):
        data.append(i & 255)
        data += b"ab"
        data.extend((i >> 8 & 255, 7))
    return bytes(data)


def search(data, n):
    total = 0
    for i in range(n):
        total += data.find(b"ba", i) + data.count(b"\x07", i, i + 200) + (b"zz" in data[i : i + 50])
        total += data[i] + data.startswith(b"ab", i)
    return total


def take_apart(n):
    line = b"alpha,beta,gamma;delta epsilon zeta\n"
    total = 0
    for _ in range(n):
        parts = line.strip().split(b",")
        total += len(b"-".join(parts)) + len(line.replace(b"a", b"A").upper()) + len(line.partition(b";")[2])
        total += len(line.decode().encode("ascii")) + len(line.hex())
    return total


def pack(n):
    record = struct.Struct("<IhBd")
    total = 0
    for i in range(n):
        a, b, c, d = record.unpack(record.pack(i, -(i & 1023), i & 255, i / 3))
        total += a + b + c + int(d) + struct.unpack(">H", struct.pack(">H", i & 65535))[0]
        total += int.from_bytes(i.to_bytes(4, "big"), "little") & 255
    return total


DATA = build(200_000)
print(len(DATA), sum(DATA), search(DATA, 200_000), take_apart(150_000), pack(150_000), len(bytes(range(256)) * 1000))
