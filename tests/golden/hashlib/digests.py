import hashlib, io
data = [b'', b'a', b'abc', b'x' * 55, b'x' * 56, b'x' * 63, b'x' * 64, b'x' * 65, b'y' * 111, b'y' * 112, b'y' * 127, b'y' * 128, b'y' * 129, b'z' * 135, b'z' * 136, b'z' * 137, b'w' * 1000, bytes(range(256)) * 20]
for name in sorted(hashlib.algorithms_guaranteed):
    make = getattr(hashlib, name)
    h = make()
    print(name, h.name, h.digest_size, h.block_size)
    for d in data:
        length = (33,) if name.startswith('shake') else ()
        one = make(d)
        many = make()
        for i in range(0, len(d), 7): many.update(d[i:i + 7])
        copied = many.copy(); many.update(b'more')
        print(len(d), one.hexdigest(*length), one.digest(*length) == copied.digest(*length), many.digest(*length) == make(d + b'more').digest(*length), hashlib.new(name, d).digest(*length) == one.digest(*length))
print(hashlib.shake_128(b'abc').hexdigest(400), hashlib.shake_256().digest(0))
for make, size in ((hashlib.blake2b, 64), (hashlib.blake2s, 32)):
    for options in ({'digest_size': 1}, {'digest_size': 20}, {'key': b'key'}, {'key': b'k' * size}, {'salt': b'salt'}, {'person': b'me'},
                    {'key': b'k', 'salt': b's' * (size // 4), 'person': b'p' * (size // 4), 'digest_size': 17},
                    {'fanout': 2, 'depth': 3, 'leaf_size': 4096, 'node_offset': 5, 'node_depth': 1, 'inner_size': size, 'last_node': True}):
        print(sorted(options), make(b'some data', **options).hexdigest(), make(b'd' * 300, **options).hexdigest())
    print(make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, make.MAX_DIGEST_SIZE)
for args in (('sha256', b'password', b'salt', 1), ('sha1', b'password', b'salt', 2), ('sha512', b'p' * 200, b's', 5, 100), ('md5', b'', b'', 3, 7)):
    print(hashlib.pbkdf2_hmac(*args).hex())
print(hashlib.file_digest(io.BytesIO(b'hello'), 'md5').hexdigest())
def t(s):
    try: print(s, '->', eval(s))
    except Exception as e: print(s, '!', type(e).__name__, e)
for s in '''hashlib.md5('a')
hashlib.md5(5)
hashlib.md5().update('a')
hashlib.blake2b(digest_size=0)
hashlib.blake2b(digest_size=65)
hashlib.blake2b(key=b'a'*65)
hashlib.blake2b(salt=b'a'*17)
hashlib.blake2b(person=b'a'*17)
hashlib.blake2s('a')
hashlib.new('foo')
hashlib.md5(memoryview(b'abc')).hexdigest(), hashlib.md5(bytearray(b'abc'), usedforsecurity=False).hexdigest()'''.split('\n'): t(s)
