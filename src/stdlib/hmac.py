"""Messages signed with a key (RFC 2104).

>>> new(b"key", b"message", "md5").hexdigest()
'4e4748e62b463521f6775fbf921234b5'
"""

import hashlib as _hashlib
from _operator import _compare_digest as compare_digest

trans_5C = bytes(byte ^ 0x5C for byte in range(256))
trans_36 = bytes(byte ^ 0x36 for byte in range(256))

# The size depends on the hash, so there is no one size.
digest_size = None


def _hash_constructor(digestmod):
    """What makes hashes of a kind, which is a name, a constructor or a module."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": _hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


def _padded(key, constructor, block_size):
    if len(key) > block_size:
        key = constructor(key).digest()
    return key.ljust(block_size, b"\0")


class HMAC:
    """A signature of what update() is given."""

    # The size of blocks where the hash doesn't tell it.
    blocksize = 64

    __slots__ = ("_inner", "_outer", "block_size", "digest_size")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        constructor = _hash_constructor(digestmod)
        self._outer = constructor()
        self._inner = constructor()
        self.digest_size = self._inner.digest_size
        self.block_size = self._block_size()
        key = _padded(key, constructor, self.block_size)
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def _block_size(self):
        import warnings
        size = getattr(self._inner, "block_size", None)
        if size is None:
            warnings.warn(f"No block_size attribute on given digest object; "
                          f"Assuming {self.blocksize}.", RuntimeWarning, 3)
            return self.blocksize
        if size < 16:
            warnings.warn(f"block_size of {size} seems too small; using our default of "
                          f"{self.blocksize}.", RuntimeWarning, 3)
            return self.blocksize
        return size

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Adds to the message."""
        self._inner.update(msg)

    def copy(self):
        """Another one with the same key and message."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def digest(self):
        """The signature as bytes."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """The signature in hexadecimal."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    """A signature with this key, of msg if there is any."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The signature of a message, as bytes."""
    return HMAC(key, msg, digest).digest()
