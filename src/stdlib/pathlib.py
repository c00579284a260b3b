"""Paths as objects: taken apart and put together, and the files that they lead to."""

import errno
import functools
import io
import os
import posixpath
import re
import sys
from collections.abc import Sequence

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "Path", "PosixPath"]

# What pathlib has elsewhere and hasn't here.
_UNSUPPORTED = frozenset(("PureWindowsPath", "WindowsPath"))


def __getattr__(name):
    if name in _UNSUPPORTED:
        raise AttributeError(f"pathlib.{name} is not supported")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class UnsupportedOperation(NotImplementedError):
    """Something that this kind of path or this system can't do."""


# What stat() says when there simply is no such file.
_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)


class _Parents(Sequence):
    """The folders that a path is in, the innermost first."""

    def __init__(self, path):
        self._path = path
        self._drive, self._root, self._tail = path.drive, path.root, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._from_parts(self._drive, self._root, self._tail[:-index - 1])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


@functools.lru_cache(maxsize=256)
def _pattern(pattern, case_sensitive, anchored):
    """A compiled pattern for the text of a path, of a pattern's parts."""
    any_name = "[^/]+"
    parts = pattern.split("/")
    out = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == "**":
            out.append(".*" if last else "(?:.+/)?")
            continue
        piece = any_name if part == "*" else _translate(part)
        out.append(piece if last else piece + "/")
    text = r"(?s:%s)\Z" % "".join(out)
    return re.compile(text, 0 if case_sensitive else re.IGNORECASE)


def _translate(part):
    """A part with *, ? and [...] as a regular expression in which none of them fits a slash."""
    out, i = [], 0
    while i < len(part):
        c = part[i]
        i += 1
        if c == "*":
            out.append("[^/]*")
        elif c == "?":
            out.append("[^/]")
        elif c == "[":
            end = part.find("]", i + 2 if part[i:i + 1] == "!" else i + 1)
            if end < 0:
                out.append(r"\[")
                continue
            inner = part[i:end].replace("\\", r"\\").replace("[", r"\[")
            i = end + 1
            if inner.startswith("!"):
                inner = "^/" + inner[1:]
            elif inner.startswith("^"):
                inner = "\\" + inner
            out.append(f"(?!/)[{inner}]")
        else:
            out.append(re.escape(c))
    return "".join(out)


class PurePath:
    """A path that is only looked at: no file is touched."""

    __slots__ = ("_raw", "_parsed", "_text", "_hash")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for arg in args:
            if isinstance(arg, PurePath):
                paths.append(str(arg) if not hasattr(arg, "_raw") else arg._raw)
                continue
            try:
                path = os.fspath(arg)
            except TypeError:
                path = arg
            if not isinstance(path, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike "
                    "object where __fspath__ returns a str, "
                    f"not {type(path).__name__!r}")
            paths.append(path)
        self._raw = posixpath.join(*paths) if len(paths) > 1 else paths[0] if paths else ""

    def with_segments(self, *pathsegments):
        """A path of the same kind, made of segments: what other methods make their results with."""
        return type(self)(*pathsegments)

    @property
    def _parts(self):
        try:
            return self._parsed
        except AttributeError:
            root = ""
            rest = self._raw
            if rest.startswith("/"):
                root = "//" if rest.startswith("//") and not rest.startswith("///") else "/"
            self._parsed = root, [part for part in rest.split("/") if part and part != "."]
            return self._parsed

    @property
    def _tail(self):
        return self._parts[1]

    def _from_parts(self, drive, root, tail):
        path = self.with_segments(root + "/".join(tail))
        return path

    def __reduce__(self):
        return self.__class__, self.parts

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, self.as_posix())

    def __fspath__(self):
        return str(self)

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            root, tail = self._parts
            self._text = root + "/".join(tail) or "."
            return self._text

    def __bytes__(self):
        """The path as the system has it."""
        return os.fsencode(self)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self)

    def as_uri(self):
        """The path as a file URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        text = "".join(chr(byte) if byte in safe else f"%{byte:02X}" for byte in bytes(self))
        return "file://" + text

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(str(self))
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other) and self.parser is other.parser

    def _key(self):
        return str(self).split("/")

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._key() <= other._key()

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._key() > other._key()

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._key() >= other._key()

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        """The path with others behind it."""
        return self.with_segments(self, *pathsegments)

    drive = property(lambda self: "", doc="The drive: there are none here.")
    root = property(lambda self: self._parts[0], doc="The root, if the path starts there.")
    anchor = property(lambda self: self._parts[0], doc="Drive and root together.")

    @property
    def parts(self):
        """The parts of the path, the root being the first."""
        root, tail = self._parts
        return (root, *tail) if root else tuple(tail)

    @property
    def parent(self):
        """The folder that the path is in."""
        root, tail = self._parts
        if not tail:
            return self
        return self._from_parts("", root, tail[:-1])

    @property
    def parents(self):
        """The folders that the path is in, the innermost first."""
        return _Parents(self)

    @property
    def name(self):
        """The last part."""
        tail = self._tail
        return tail[-1] if tail else ""

    @property
    def suffix(self):
        """The last part's extension, with its dot."""
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All of the last part's extensions."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last part without its extension."""
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    def with_name(self, name):
        """The path with another last part."""
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        root, tail = self._parts
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._from_parts("", root, tail[:-1] + [name])

    def with_stem(self, stem):
        """The path with another last part, up to the extension."""
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The path with another extension, or without one."""
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        """The way to the path from another one."""
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parts("", "", [".."] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other, *_deprecated):
        """Whether the path is another one or in it."""
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        return other == self or other in self.parents

    def is_absolute(self):
        """Whether the path starts at the root."""
        return self._raw.startswith("/")

    def is_reserved(self):
        """Whether the name has a meaning of its own: none has here."""
        return False

    def _match(self, pattern, case_sensitive, full):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        case_sensitive = True if case_sensitive is None else case_sensitive
        if full:
            text = "" if str(pattern) == "." else str(pattern)
            return _pattern(text, case_sensitive, True).match(
                "" if str(self) == "." else str(self)) is not None
        parts, wanted = self.parts[::-1], pattern.parts[::-1]
        if not wanted:
            raise ValueError("empty pattern")
        if len(parts) < len(wanted) or len(parts) > len(wanted) and pattern.anchor:
            return False
        return all(_pattern("*" if want == "**" else want, case_sensitive, True).match(part)
                   if want != "/" else part == "/" for part, want in zip(parts, wanted))

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path fits a pattern, in which ** stands for any folders."""
        return self._match(pattern, case_sensitive, True)

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the end of the path fits a pattern."""
        return bool(self._match(path_pattern, case_sensitive, False))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path as POSIX has them."""

    __slots__ = ()


class Path(PurePath):
    """A path, and the file that it leads to."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings._deprecated(
                "pathlib.PurePath(**kwargs)",
                "support for supplying keyword arguments to pathlib.PurePath is deprecated and "
                "scheduled for removal in Python {remove}", remove=(3, 14))
        super().__init__(*args)

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's own folder."""
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        """The path of a file URI."""
        from urllib.parse import unquote_to_bytes
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path.startswith("///"):
            path = path[2:]
        elif path.startswith("//localhost/"):
            path = path[11:]
        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    # Looking

    def stat(self, *, follow_symlinks=True):
        """What is known of the file."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What is known of the file, or of the link itself."""
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        """Whether there is such a file or folder."""
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a folder."""
        return os.path.isdir(self) if follow_symlinks else self._is(stat_kind="S_ISDIR", follow=False)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is an ordinary file."""
        return os.path.isfile(self) if follow_symlinks else self._is(stat_kind="S_ISREG", follow=False)

    def _is(self, stat_kind, follow=True):
        import stat
        try:
            return getattr(stat, stat_kind)(self.stat(follow_symlinks=follow).st_mode)
        except OSError as error:
            if error.errno not in _MISSING:
                raise
            return False
        except ValueError:
            return False

    def is_mount(self):
        """Whether it is the root of a file system."""
        return os.path.ismount(self)

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return os.path.islink(self)

    def is_junction(self):
        """Whether it is a junction: there are none here."""
        return os.path.isjunction(self)

    def is_block_device(self):
        """Whether it is a block device."""
        return self._is("S_ISBLK")

    def is_char_device(self):
        """Whether it is a character device."""
        return self._is("S_ISCHR")

    def is_fifo(self):
        """Whether it is a named pipe."""
        return self._is("S_ISFIFO")

    def is_socket(self):
        """Whether it is a socket."""
        return self._is("S_ISSOCK")

    def samefile(self, other_path):
        """Whether another path leads to the same file."""
        found = self.stat()
        other = other_path.stat() if hasattr(other_path, "stat") else os.stat(other_path)
        return os.path.samestat(found, other)

    def owner(self, *, follow_symlinks=True):
        """The name of the file's owner."""
        import pwd
        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        """The name of the file's group."""
        import grp
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    # Reading and writing

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file, as open() does."""
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """The file's bytes."""
        with self.open(mode="rb", buffering=0) as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """The file's text."""
        encoding = io.text_encoding(encoding)
        with self.open(mode="r", encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Make bytes the file's content."""
        view = memoryview(data)
        with self.open(mode="wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make a text the file's content."""
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        encoding = io.text_encoding(encoding)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    # Folders

    def iterdir(self):
        """The paths of what is in the folder."""
        return iter([self / name for name in os.listdir(self)])

    def _scan(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except OSError:
            return []

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths in the folder that fit a pattern, in which ** stands for any folders."""
        sys.audit("pathlib.Path.glob", self, pattern)
        trailing = isinstance(pattern, str) and pattern.endswith("/")
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        if not parts:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        case_sensitive = True if case_sensitive is None else case_sensitive
        return _select(self, parts, case_sensitive, recurse_symlinks, trailing)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """As glob(), in the folders below as well."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        if not isinstance(pattern, PurePath):
            trailing = "/" if isinstance(pattern, str) and pattern.endswith("/") else ""
            pattern = self.with_segments(pattern)
        else:
            trailing = ""
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        text = "/".join(["**", *pattern._tail]) + (trailing if pattern._tail else "/")
        return self.glob(text, case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """As os.walk(): (path, names of folders, names of files) of each folder."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        if not follow_symlinks:
            follow_symlinks = os._walk_symlinks_as_files
        root = str(self)
        for path, folders, files in os.walk(root, top_down, on_error, follow_symlinks):
            yield self.with_segments(path), folders, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a folder here, and those that it is in if parents is true."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            # The system may complain of something else first, such as of no permission.
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        """Remove the empty folder."""
        os.rmdir(self)

    # Changing

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file if there is none; otherwise note that it was changed now."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass  # it isn't there, or open() tells more
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def unlink(self, missing_ok=False):
        """Remove the file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        """Move the file or folder; the new path."""
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        """Move the file or folder, over one that is there; the new path."""
        os.replace(self, target)
        return self.with_segments(target)

    def chmod(self, mode, *, follow_symlinks=True):
        """Set the file's permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Set the permissions of the file, or of the link itself."""
        self.chmod(mode, follow_symlinks=False)

    def symlink_to(self, target, target_is_directory=False):
        """Make a symbolic link here."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make the path a second name of a file."""
        os.link(target, self)

    def readlink(self):
        """Where the symbolic link leads."""
        return self.with_segments(os.readlink(self))

    # Paths of the same file

    def absolute(self):
        """The path from the root, by the current folder."""
        if self.is_absolute():
            return self
        here = os.getcwd()
        return self.with_segments(here, self) if self._tail else self.with_segments(here)

    def resolve(self, strict=False):
        """The path from the root without links and "..": with strict it must exist."""
        path = os.path.realpath(self, strict=strict)
        if not strict:
            # What leads to itself is an error in any case.
            try:
                os.stat(path)
            except OSError as error:
                if error.errno == errno.ELOOP:
                    raise RuntimeError("Symlink loop from %r" % error.filename) from None
        return self.with_segments(path)

    def expanduser(self):
        """The path with the home folder in place of "~" or "~user"."""
        root, tail = self._parts
        if root or not tail or not tail[0].startswith("~"):
            return self
        home = os.path.expanduser(tail[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *tail[1:])


class PosixPath(Path, PurePosixPath):
    """A path, and the file that it leads to, on a POSIX system."""

    __slots__ = ()


def _select(path, parts, case_sensitive, follow, trailing):
    """The paths under a folder that fit the parts of a pattern."""
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if part == "**":
        while rest and rest[0] == "**":
            rest = rest[1:]
        for folder in _folders(path, follow):
            if rest:
                yield from _select(folder, rest, case_sensitive, follow, trailing)
                continue
            yield folder
            if not trailing:
                for entry in folder._scan():
                    if not _is_folder(entry, follow):
                        yield folder / entry.name
        return
    if part == ".." or case_sensitive and not any(c in part for c in "*?["):
        found = path / part
        if os.path.lexists(found) if not rest and not trailing else os.path.isdir(found):
            yield from _select(found, rest, case_sensitive, follow, trailing)
        return
    match = _pattern(part, case_sensitive, True).match
    for entry in path._scan():
        if match(entry.name) is None:
            continue
        if rest or trailing:
            try:
                if not entry.is_dir():
                    continue
            except OSError:
                continue
        yield from _select(path / entry.name, rest, case_sensitive, follow, trailing)


def _is_folder(entry, follow):
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:
        return False


def _folders(path, follow):
    """The folder and those in it, at any depth."""
    if not path.is_dir():
        return
    stack = [path]
    while stack:
        folder = stack.pop()
        yield folder
        inner = [folder / entry.name for entry in folder._scan() if _is_folder(entry, follow)]
        stack.extend(reversed(inner))


# Where CPython has the classes: types show it, and pickles name it.
UnsupportedOperation.__module__ = "pathlib._abc"
for _class in PurePath, PurePosixPath, Path, PosixPath:
    _class.__module__ = "pathlib._local"
del _class
sys.modules["pathlib._abc"] = sys.modules["pathlib._local"] = sys.modules[__name__]
