"""Signatures of messages."""
import hashlib
import hmac

print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.digest(b"key", b"msg", hashlib.md5).hex())
h = hmac.HMAC(b"k" * 200, digestmod=hashlib.sha1)
h.update(b"a")
copy = h.copy()
copy.update(b"b")
print(h.name, h.digest_size, h.block_size, h.hexdigest(), copy.hexdigest(), hmac.compare_digest(h.digest(), h.digest()), hmac.compare_digest("a", "b"))
for broken in (lambda: hmac.new("k", b"", "md5"), lambda: hmac.new(b"k", b""), lambda: hmac.new(b"k", "x", "md5"), lambda: hmac.compare_digest("é", "é")):
    try:
        broken()
    except Exception as error:
        print(type(error).__name__, error)
