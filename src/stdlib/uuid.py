"""Universally unique identifiers (RFC 4122).

>>> UUID("{12345678-1234-5678-1234-567812345678}").hex
'12345678123456781234567812345678'
>>> uuid5(NAMESPACE_DNS, "python.org")
UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d')
"""

import os
import sys
import time
from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122",
    "reserved for Microsoft compatibility", "reserved for future definition"]

int_ = int
bytes_ = bytes


class SafeUUID(Enum):
    """Whether an identifier was made so that two processes can't make the same."""

    safe = 0
    unsafe = -1
    unknown = None


# The fields: their names, how many bits they have, and how many are behind them.
_FIELDS = (("time_low", 32, 96), ("time_mid", 16, 80), ("time_hi_version", 16, 64),
           ("clock_seq_hi_variant", 8, 56), ("clock_seq_low", 8, 48), ("node", 48, 0))


class UUID:
    """An identifier: a number of 128 bits."""

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None,
                 *, is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments "
                            "must be given")
        if hex is not None:
            hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(hex) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = int_(hex, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = _swapped(bytes_le)
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            assert isinstance(bytes, bytes_), repr(bytes)
            int = int_.from_bytes(bytes)
        if fields is not None:
            int = _from_fields(fields)
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xc000 << 48) | 0x8000 << 48
            int = int & ~(0xf000 << 64) | version << 76
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        state = {"int": self.int}
        if self.is_safe != SafeUUID.unknown:
            state["is_safe"] = self.is_safe.value
        return state

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state["is_safe"]) if "is_safe" in state
                           else SafeUUID.unknown)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        digits = self.hex
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def _field(self, name):
        for field, bits, behind in _FIELDS:
            if field == name:
                return self.int >> behind & (1 << bits) - 1

    @property
    def bytes(self):
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        return _swapped(self.bytes)

    @property
    def fields(self):
        return tuple(self._field(name) for name, _, _ in _FIELDS)

    @property
    def time_low(self):
        return self._field("time_low")

    @property
    def time_mid(self):
        return self._field("time_mid")

    @property
    def time_hi_version(self):
        return self._field("time_hi_version")

    @property
    def clock_seq_hi_variant(self):
        return self._field("clock_seq_hi_variant")

    @property
    def clock_seq_low(self):
        return self._field("clock_seq_low")

    @property
    def time(self):
        return ((self.time_hi_version & 0x0fff) << 48) | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self._field("node")

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        high = self.int >> 61 & 7
        if high < 4:
            return RESERVED_NCS
        if high < 6:
            return RFC_4122
        return RESERVED_MICROSOFT if high == 6 else RESERVED_FUTURE

    @property
    def version(self):
        if self.variant == RFC_4122:
            return self.int >> 76 & 0xf


def _swapped(data):
    """The bytes with the first three fields in the other byte order."""
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]


def _from_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for at, (value, (_, bits, behind)) in enumerate(zip(fields, _FIELDS), start=1):
        if not 0 <= value < 1 << bits:
            raise ValueError(f"field {at} out of range (need a {bits}-bit value)")
        number |= value << behind
    return number


_node = None


def getnode():
    """The hardware address of this machine: a random number that says that it is none."""
    global _node
    if _node is None:
        _node = int.from_bytes(os.urandom(6)) | 1 << 40
    return _node


_last_timestamp = None


def uuid1(node=None, clock_seq=None):
    """An identifier of this machine and time."""
    global _last_timestamp
    # In 100 ns since the Gregorian calendar began.
    timestamp = time.time_ns() // 100 + 0x01b21dd213814000
    if _last_timestamp is not None and timestamp <= _last_timestamp:
        timestamp = _last_timestamp + 1
    _last_timestamp = timestamp
    if clock_seq is None:
        clock_seq = int.from_bytes(os.urandom(2)) & 0x3fff
    if node is None:
        node = getnode()
    return UUID(fields=(timestamp & 0xffffffff, timestamp >> 32 & 0xffff, timestamp >> 48 & 0x0fff,
                        clock_seq >> 8 & 0x3f, clock_seq & 0xff, node), version=1)


def uuid3(namespace, name):
    """An identifier of a name in a namespace, by MD5."""
    return _named("md5", namespace, name, 3)


def uuid4():
    """A random identifier."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """An identifier of a name in a namespace, by SHA-1."""
    return _named("sha1", namespace, name, 5)


def _named(hash, namespace, name, version):
    import hashlib
    if isinstance(name, str):
        name = bytes(name, "utf-8")
    digest = hashlib.new(hash, namespace.bytes + name).digest()
    return UUID(bytes=digest[:16], version=version)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")


def main():
    """The command line: makes an identifier and prints it."""
    functions = {"uuid1": uuid1, "uuid3": uuid3, "uuid4": uuid4, "uuid5": uuid5}
    namespaces = {"@dns": NAMESPACE_DNS, "@url": NAMESPACE_URL, "@oid": NAMESPACE_OID,
                  "@x500": NAMESPACE_X500}
    import argparse
    parser = argparse.ArgumentParser(
        description="Generates a uuid using the selected uuid function.")
    parser.add_argument("-u", "--uuid", choices=functions.keys(), default="uuid4",
                        help="The function to use to generate the uuid. By default uuid4 "
                             "function is used.")
    parser.add_argument("-n", "--namespace",
                        help="The namespace is a UUID, or '@ns' where 'ns' is a well-known "
                             "predefined UUID addressed by namespace name. Such as @dns, @url, "
                             "@oid, and @x500. Only required for uuid3/uuid5 functions.")
    parser.add_argument("-N", "--name", help="The name used as part of generating the uuid. "
                                             "Only required for uuid3/uuid5 functions.")
    args = parser.parse_args()
    make = functions[args.uuid]
    if make in (uuid3, uuid5):
        if not args.namespace or not args.name:
            parser.error("Incorrect number of arguments. "
                         f"{args.uuid} requires a namespace and a name. "
                         f"Run '{sys.argv[0] and 'python -m uuid'} -h' for more information.")
        namespace = namespaces.get(args.namespace) or UUID(args.namespace)
        print(make(namespace, args.name))
    else:
        print(make())


if __name__ == "__main__":
    main()
