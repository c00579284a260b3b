"""A bytearray that is changed by what it joins."""


def changing(array, change):
    change(array)
    yield b"A"
    yield b"B"


for change in bytearray.clear, lambda a: a.append(1), lambda a: a.__setitem__(0, 65), lambda a: a.extend(b"xy"):
    array = bytearray(b",")
    try:
        print(array.join(changing(array, change)))
    except BufferError as error:
        print("BufferError:", error)
    array.append(33)
    print(array)
