"""Identifiers and their parts."""
import uuid

u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time, u.clock_seq, u.node)
print(uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=u.int) == u, uuid.UUID("{urn:uuid:" + u.hex + "}") == u, hash(u) == hash(u.int), int(u) == u.int)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, b"x"), uuid.UUID(int=0) < u, u == 3, sorted([u, uuid.UUID(int=5)]))
for make in (uuid.uuid1, uuid.uuid4):
    one, two = make(), make()
    print(one.version, one.variant, one != two, len(str(one)))
print(uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq, uuid.getnode() == uuid.getnode(), u.is_safe)
for broken in (lambda: uuid.UUID(), lambda: uuid.UUID("x"), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(fields=(1,)), lambda: uuid.UUID(int=1, version=9),
               lambda: setattr(u, "int", 3), lambda: uuid.UUID(fields=(1 << 32, 0, 0, 0, 0, 0)), lambda: u < 3):
    try:
        broken()
    except Exception as error:
        print(type(error).__name__, error)
