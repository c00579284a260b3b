"""SHA-512 in Python, for seeding random by strings when the native one isn't there."""

_MASK = (1 << 64) - 1


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def _root_bits(n, power):
    """The first 64 bits of the fraction of a prime's square or cube root."""
    target = n << (64 * power)
    low, high = 0, 1 << 80
    while high - low > 1:
        middle = (low + high) // 2
        if middle ** power <= target:
            low = middle
        else:
            high = middle
    return low & _MASK


_K = [_root_bits(p, 3) for p in _primes(80)]
_START = [_root_bits(p, 2) for p in _primes(8)]


def _rotated(x, n):
    return (x >> n | x << (64 - n)) & _MASK


class sha512:
    """The hash of some bytes: digest() and hexdigest()."""

    name = "sha512"
    digest_size = 64
    block_size = 128

    def __init__(self, data=b""):
        self._data = bytes(data)

    def update(self, data):
        self._data += bytes(data)

    def copy(self):
        return sha512(self._data)

    def digest(self):
        data = self._data
        size = len(data)
        data += b"\x80" + bytes(-(size + 17) % 128) + (size * 8).to_bytes(16)
        state = _START
        for start in range(0, len(data), 128):
            state = _next_state(state, data[start:start + 128])
        return b"".join([x.to_bytes(8) for x in state])

    def hexdigest(self):
        return self.digest().hex()


def _next_state(state, block):
    w = [int.from_bytes(block[i:i + 8]) for i in range(0, 128, 8)]
    for i in range(16, 80):
        x, y = w[i - 15], w[i - 2]
        w.append((w[i - 16] + w[i - 7]
                  + (_rotated(x, 1) ^ _rotated(x, 8) ^ x >> 7)
                  + (_rotated(y, 19) ^ _rotated(y, 61) ^ y >> 6)) & _MASK)
    a, b, c, d, e, f, g, h = state
    for k, word in zip(_K, w):
        t1 = (h + (_rotated(e, 14) ^ _rotated(e, 18) ^ _rotated(e, 41))
              + (e & f ^ ~e & g) + k + word)
        t2 = (_rotated(a, 28) ^ _rotated(a, 34) ^ _rotated(a, 39)) + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (t1 + t2) & _MASK, a, b, c, (d + t1) & _MASK, e, f, g
    return [(x + y) & _MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]
