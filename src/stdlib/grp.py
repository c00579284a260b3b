"""The database of groups, as /etc/group has it."""

from collections import namedtuple

struct_group = namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")
struct_group.__module__ = "grp"
struct_group.__repr__ = lambda self: "grp.struct_group(" + ", ".join(
    [f"{name}={value!r}" for name, value in zip(self._fields, self)]) + ")"


def getgrall():
    """All groups."""
    found = []
    try:
        with open("/etc/group", encoding="utf-8", errors="surrogateescape") as lines:
            for line in lines:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 4 and fields[2].isdigit():
                    members = fields[3].split(",") if fields[3] else []
                    found.append(struct_group(fields[0], fields[1], int(fields[2]), members))
    except FileNotFoundError:
        pass
    return found


def getgrnam(name):
    """The group of a name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    for group in getgrall():
        if group.gr_name == name:
            return group
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    """The group of a number."""
    if not isinstance(id, int):
        raise TypeError(f"gid should be integer, not {type(id).__name__}")
    for group in getgrall():
        if group.gr_gid == id:
            return group
    raise KeyError(f"getgrgid(): gid not found: {id}")
