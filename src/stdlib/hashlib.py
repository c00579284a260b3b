"""Secure hashes: MD5, SHA-1, SHA-2, SHA-3, SHAKE and BLAKE2.

>>> sha256(b"Nobody inspects").hexdigest()[:16]
'ea3a2cd21b3f2ed2'
"""

from _blake2 import blake2b, blake2s
from _hashlib import new as _new, pbkdf2_hmac

_plain = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512",
          "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")

algorithms_guaranteed = {*_plain, "blake2b", "blake2s"}
algorithms_available = set(algorithms_guaranteed)

__all__ = (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
    "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256",
    "new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def _constructor(name):
    def construct(string=b"", *, usedforsecurity=True):
        return _new(name, string)

    construct.__name__ = construct.__qualname__ = name
    construct.__doc__ = f"A {name} hash, of the bytes of string if there are any."
    return construct


globals().update({name: _constructor(name) for name in _plain})


def new(name, data=b"", **kwargs):
    """A hash of that name, of the bytes of data; further options are BLAKE2's."""
    if name in ("blake2b", "blake2s"):
        return (blake2b if name == "blake2b" else blake2s)(data, **kwargs)
    return _new(name, data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """A hash of all that can be read from a file opened in binary mode.

    digest is a hash's name or what makes one.
    """
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    readable = getattr(fileobj, "readable", None)
    if not (hasattr(fileobj, "readinto") and readable is not None and readable()):
        raise ValueError(f"{fileobj!r} is not a file-like object in binary reading mode.")
    block = bytearray(_bufsize)
    view = memoryview(block)
    while size := fileobj.readinto(block):
        made.update(view[:size])
    return made
