"""Paths as POSIX has them: os.path is this module."""

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename",
    "dirname", "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink",
    "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath",
    "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
    "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames",
    "relpath", "commonpath", "isjunction", "isdevdrive",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

# Only here, as os takes the names above from this module while it loads.
import os
import stat


def _get_sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def _check_arg_types(funcname, *args):
    """TypeError for arguments that are no strings, or some strings and some bytes."""
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            raise TypeError(f"{funcname}() argument must be str, bytes, or "
                            f"os.PathLike object, not {arg.__class__.__name__!r}") from None
    if len({isinstance(arg, str) for arg in args}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


# Taking apart and putting together

def normcase(s):
    """The path itself: upper and lower case are different."""
    return os.fspath(s)


def isabs(s):
    """Does the path start at the root?"""
    s = os.fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """The paths one after another; what is in front of an absolute one is dropped."""
    a = os.fspath(a)
    sep = _get_sep(a)
    path = a
    try:
        for b in p:
            b = os.fspath(b)
            if b.startswith(sep) or not path:
                path = b
            elif path.endswith(sep):
                path += b
            else:
                path += sep + b
        if not p:
            path[:0] + sep  # the same error as with several
    except (TypeError, AttributeError, BytesWarning):
        _check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    """(all but the last part, the last part), which is empty behind a slash."""
    p = os.fspath(p)
    sep = _get_sep(p)
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def splitext(p):
    """(path without extension, extension with its dot); ".profile" has none."""
    p = os.fspath(p)
    sep, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    start = p.rfind(sep) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """("", path): there are no drives."""
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    """("", "/" or "//" or "", the rest): two slashes may mean something of their own."""
    p = os.fspath(p)
    sep = _get_sep(p)
    empty = p[:0]
    if p[:1] != sep:
        return empty, empty, p
    if p[1:2] != sep or p[2:3] == sep:
        return empty, sep, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """The last part."""
    p = os.fspath(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p):
    """All but the last part."""
    return split(p)[0]


def commonprefix(m):
    """What all start with, character by character: for paths see commonpath()."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, char in enumerate(low):
        if char != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all of the paths are in."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    sep, here = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    try:
        parts = [path.split(sep) for path in paths]
        absolute = {path.startswith(sep) for path in paths}
    except (TypeError, AttributeError):
        _check_arg_types("commonpath", *paths)
        raise
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    common = commonprefix([[c for c in part if c and c != here] for part in parts])
    return (sep if absolute.pop() else sep[:0]) + sep.join(common)


def normpath(path):
    """The path without empty parts, "." and what ".." takes back."""
    path = os.fspath(path)
    sep, here, up = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    if not path:
        return here
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(sep):
        if not part or part == here:
            continue
        if part != up or (not root and not parts) or (parts and parts[-1] == up):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + sep.join(parts) or here


def abspath(path):
    """The path from the root, by the current folder; also normalised."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def relpath(path, start=None):
    """The way to path from start, or from the current folder."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    sep, here, up = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    start = here if start is None else os.fspath(start)
    try:
        start_parts = [part for part in abspath(start).split(sep) if part]
        path_parts = [part for part in abspath(path).split(sep) if part]
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        _check_arg_types("relpath", path, start)
        raise
    shared = len(commonprefix([start_parts, path_parts]))
    return sep.join([up] * (len(start_parts) - shared) + path_parts[shared:]) or here


# Variables and home folders

def expanduser(path):
    """The path with the home folder in place of "~" or "~user"; if unknown it stays."""
    path = os.fspath(path)
    tilde, sep = (b"~", b"/") if isinstance(path, bytes) else ("~", "/")
    if not path.startswith(tilde):
        return path
    end = path.find(sep, 1)
    if end < 0:
        end = len(path)
    home = _home_of(os.fsdecode(path[1:end]))
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    home = home.rstrip(sep)
    return home + path[end:] or sep


def _home_of(user):
    if not user and "HOME" in os.environ:
        return os.environ["HOME"]
    try:
        import pwd
        entry = pwd.getpwnam(user) if user else pwd.getpwuid(os.getuid())
    except (ImportError, KeyError, AttributeError):
        return None
    return entry.pw_dir


def expandvars(path):
    """The path with environment variables in place of $name and ${name}; unknown ones stay."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path) if is_bytes else path
    pieces = []
    position = 0
    while True:
        dollar = text.find("$", position)
        if dollar < 0:
            break
        name, end = _variable(text, dollar + 1)
        if name is None or name not in os.environ:
            pieces.append(text[position:end])
        else:
            pieces += text[position:dollar], os.environ[name]
        position = end
    if not pieces:
        return path
    text = "".join(pieces) + text[position:]
    return os.fsencode(text) if is_bytes else text


def _variable(text, start):
    """The name of the variable at start, and where it ends; (None, start) if there is none."""
    if text[start:start + 1] == "{":
        end = text.find("}", start)
        return (None, start) if end < 0 else (text[start + 1:end], end + 1)
    end = start
    while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return (text[start:end], end) if end > start else (None, start)


# Looking at files

def exists(path):
    """Is there such a file or folder? Broken links aren't."""
    try:
        os.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    """As exists(), but broken links count."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def isfile(path):
    """Is it an ordinary file, or a link to one?"""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def isdir(s):
    """Is it a folder, or a link to one?"""
    try:
        return stat.S_ISDIR(os.stat(s).st_mode)
    except (OSError, ValueError):
        return False


def islink(path):
    """Is it a symbolic link?"""
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def isjunction(path):
    """Is it a junction? There are none here."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """Is it on a Dev Drive? There are none here."""
    os.fspath(path)
    return False


def ismount(path):
    """Is it the root of a file system?"""
    try:
        here = os.lstat(path)
    except (OSError, ValueError):
        return False
    if stat.S_ISLNK(here.st_mode):
        return False
    path = os.fspath(path)
    up = realpath(join(path, b".." if isinstance(path, bytes) else ".."))
    try:
        above = os.lstat(up)
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(filename):
    """The size of a file in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When a file was last changed."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When a file was last read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When what the system knows of a file was last changed."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Are two results of os.stat() of the same file?"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Do two paths lead to the same file?"""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Are two file descriptors of the same file?"""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def realpath(filename, *, strict=False):
    """The path from the root without any symbolic link in it.

    What doesn't exist stays as it is, unless strict is true.
    """
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        sep, here, up, path = b"/", b".", b"..", os.getcwdb()
    else:
        sep, here, up, path = "/", ".", "..", os.getcwd()
    ignored = () if strict else (OSError,)
    if filename.startswith(sep):
        path = sep
    # Parts still to go, the next one last; a pair (None, path) says that the
    # link at that path has been followed to its end.
    rest = filename.split(sep)[::-1]
    seen = {}
    while rest:
        name = rest.pop()
        if name is None:
            seen[rest.pop()] = path
            continue
        if not name or name == here:
            continue
        if name == up:
            path = path[:path.rfind(sep)] or sep
            continue
        newpath = path + name if path == sep else path + sep + name
        try:
            if not stat.S_ISLNK(os.lstat(newpath).st_mode):
                path = newpath
                continue
            if newpath in seen:
                path = seen[newpath]
                if path is not None:
                    continue
                # The link leads to itself.
                if strict:
                    os.stat(newpath)
                path = newpath
                continue
            target = os.readlink(newpath)
        except ignored:
            path = newpath
            continue
        seen[newpath] = None
        rest += newpath, None
        if target.startswith(sep):
            path = sep
        rest.extend(target.split(sep)[::-1])
    return path
