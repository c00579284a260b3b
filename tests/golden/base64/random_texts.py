# Texts that are right and texts with something wrong in them, of all codings.
import base64
import random

rng = random.Random(64)


def data():
    size = rng.randrange(40)
    kind = rng.randrange(5)
    if kind == 0:
        return b"\0" * size
    if kind == 1:
        return b" " * size
    if kind == 2:
        return b"\0\0\0\0    " * (size // 8) + b"ab"[:size % 3]
    return bytes(rng.randrange(256) for _ in range(size))


def spoiled(text):
    text = bytearray(text)
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        at = rng.randrange(len(text) + 1)
        byte = rng.choice(b"=\n AZaz09+/-_~z|y\xff")
        if rng.random() < .5:
            text.insert(at, byte)
        elif text:
            text[at % len(text)] = byte
    return bytes(text)


def show(name, function, *args, **kwargs):
    try:
        print(name, function(*args, **kwargs))
    except ValueError as error:
        print(name, type(error).__name__, error)


def options(name):
    flag = rng.random() < .5
    return {
        "b64decode": {"validate": flag}, "b32decode": {"casefold": flag},
        "b16decode": {"casefold": flag}, "b85encode": {"pad": flag},
        "a85encode": {"pad": flag, "foldspaces": rng.random() < .5},
        "a85decode": {"foldspaces": flag},
    }.get(name, {})


for name in ("b64", "urlsafe_b64", "b32", "b32hex", "b16", "b85", "a85", "z85"):
    encode = getattr(base64, name + "encode")
    decode = getattr(base64, name + "decode")
    for _ in range(60):
        plain = data()
        given = rng.choice([plain, bytearray(plain), memoryview(plain)])
        chosen = options(encode.__name__)
        show(name, encode, given, **chosen)
        text = spoiled(encode(plain, **chosen))
        text = rng.choice([text, text.lower(), bytearray(text)])
        show(name, decode, text, **options(decode.__name__))
    show(name, lambda: decode(encode(bytes(range(256)) * 5)) == bytes(range(256)) * 5)
