"""What the machine, the system and the interpreter call themselves."""

import os
import sys
from collections import namedtuple

_uname_cache = None


uname_result = namedtuple("uname_result", "system node release version machine processor")
uname_result.__module__ = "platform"


def uname():
    """All of it at once."""
    global _uname_cache
    if _uname_cache is None:
        try:
            found = os.uname()
            fields = [found.sysname, found.nodename, found.release, found.version, found.machine,
                      ""]
        except OSError:
            fields = [sys.platform.capitalize(), "", "", "", "", ""]
        _uname_cache = uname_result(*fields)
    return _uname_cache


def system():
    """The system: "Linux"."""
    return uname().system


def node():
    """The machine's name in its network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The system's version."""
    return uname().version


def machine():
    """The kind of machine: "x86_64"."""
    return uname().machine


def processor():
    """The processor's name, if it is known."""
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    """(bits, format of programs)"""
    return bits or ("64bit" if sys.maxsize > 2 ** 32 else "32bit"), linkage or "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """(name, version) of the C library; of which nothing is known."""
    return lib, version


def platform(aliased=False, terse=False):
    """The system in one text, for people."""
    found = uname()
    parts = [found.system, found.release]
    if not terse:
        parts.append(found.machine)
        library = "".join(libc_ver())
        if library:
            parts += ["with", library]
    text = "-".join(part.strip() for part in parts if part)
    for c in " /\\:;\"()":
        text = text.replace(c, "-" if c in " /\\:;" else "")
    return text


def python_implementation():
    """The interpreter, as programs distinguish them."""
    name = sys.implementation.name
    return {"cpython": "CPython", "pypy": "PyPy"}.get(name, name.capitalize())


def python_version():
    """The version of the language: "3.13.0"."""
    info = sys.version_info
    return f"{info.major}.{info.minor}.{info.micro}"


def python_version_tuple():
    """The parts of the version, as texts."""
    return tuple(python_version().split("."))


def python_branch():
    """Where the interpreter's source is kept: unknown."""
    return ""


def python_revision():
    """Which version of the source it is: unknown."""
    return ""


def python_build():
    """(number, date) of the interpreter's build."""
    text = sys.version
    if "(" in text and ")" in text:
        inner = text[text.index("(") + 1:text.index(")")]
        number, _, date = inner.partition(",")
        return number.strip(), date.strip()
    return "", ""


def python_compiler():
    """What the interpreter was compiled with."""
    text = sys.version
    if "[" in text and "]" in text:
        return text[text.index("[") + 1:text.index("]")]
    return ""


def freedesktop_os_release():
    """The system's own description, from os-release."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as lines:
                found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
                for line in lines:
                    name, is_there, value = line.strip().partition("=")
                    if is_there and not name.startswith("#"):
                        if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
                            value = value[1:-1]
                        for escaped in "\\$`\"'":
                            value = value.replace("\\" + escaped, escaped)
                        found[name] = value
                return found
        except OSError:
            continue
    raise OSError(2, "Unable to read files /etc/os-release, /usr/lib/os-release")
