"""The database of users, as /etc/passwd has it."""

from collections import namedtuple

struct_passwd = namedtuple("struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")
struct_passwd.__module__ = "pwd"
struct_passwd.__repr__ = lambda self: "pwd.struct_passwd(" + ", ".join(
    [f"{name}={value!r}" for name, value in zip(self._fields, self)]) + ")"


def getpwall():
    """All users."""
    found = []
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as lines:
            for line in lines:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 7 and fields[2].isdigit() and fields[3].isdigit():
                    fields[2:4] = map(int, fields[2:4])
                    found.append(struct_passwd(*fields))
    except FileNotFoundError:
        pass
    return found


def getpwnam(name, /):
    """The user of a name."""
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    for user in getpwall():
        if user.pw_name == name:
            return user
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uid, /):
    """The user of a number."""
    if not isinstance(uid, int):
        raise TypeError(f"uid should be integer, not {type(uid).__name__}")
    for user in getpwall():
        if user.pw_uid == uid:
            return user
    raise KeyError(f"getpwuid(): uid not found: {uid}")
