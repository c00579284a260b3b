"""Files and folders for a while: their names are new, and they go when they are closed."""

import functools
import io
import os
import random
import shutil
import sys
import types
import warnings

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory",
    "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir",
    "gettempprefixb", "gettempdirb",
]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


class _RandomNameSequence:
    """Names of eight characters, one after another."""

    characters = "abcdefghijklmnopqrstuvwxyz0123456789_"

    def __init__(self):
        self._random = random.Random()

    def __iter__(self):
        return self

    def __next__(self):
        return "".join(self._random.choices(self.characters, k=8))


_names = None


def _get_candidate_names():
    global _names
    if _names is None:
        _names = _RandomNameSequence()
    return _names


# Where

def _candidate_tempdir_list():
    """The folders that come into question, the best first."""
    found = [os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)]
    found += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        found.append(os.getcwd())
    except OSError:
        found.append(os.curdir)
    return found


def _get_default_tempdir(dirlist=None):
    """The first of the folders in which a file can be made."""
    names = _get_candidate_names()
    dirlist = _candidate_tempdir_list() if dirlist is None else dirlist
    for folder in dirlist:
        if folder != os.curdir:
            folder = os.path.abspath(folder)
        for _ in range(100):
            path = os.path.join(folder, next(names))
            try:
                fd = os.open(path, _FLAGS, 0o600)
                try:
                    os.write(fd, b"blat")
                finally:
                    os.close(fd)
                    os.unlink(path)
                return folder
            except FileExistsError:
                continue
            except OSError:
                break
    raise FileNotFoundError(2, "No usable temporary directory found in %s" % dirlist)


def _gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    """The folder for temporary files."""
    return os.fsdecode(_gettempdir())


def gettempdirb():
    """As gettempdir(), as bytes."""
    return os.fsencode(_gettempdir())


def gettempprefix():
    """What the names of temporary files start with."""
    return os.fsdecode(template)


def gettempprefixb():
    """As gettempprefix(), as bytes."""
    return os.fsencode(template)


def _infer_return_type(*args):
    """str or bytes, by what the arguments are."""
    found = None
    for arg in args:
        if arg is None:
            continue
        if isinstance(arg, os.PathLike):
            arg = os.fspath(arg)
        kind = bytes if isinstance(arg, bytes) else str
        if found is not None and found is not kind:
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        found = kind
    if found is None:
        return bytes if isinstance(tempdir, bytes) else str
    return found


def _sanitize_params(prefix, suffix, dir):
    kind = _infer_return_type(prefix, suffix, dir)
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = gettempprefix() if kind is str else gettempprefixb()
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _attempts(prefix, suffix, dir, kind, what):
    names = _get_candidate_names()
    if kind is bytes:
        names = map(os.fsencode, names)
    for _ in range(TMP_MAX):
        yield os.path.join(dir, prefix + next(names) + suffix)
    raise FileExistsError(17, f"No usable temporary {what} name found")


def _mkstemp_inner(dir, pre, suf, flags, output_type):
    dir = os.path.abspath(dir)
    for path in _attempts(pre, suf, dir, output_type, "file"):
        sys.audit("tempfile.mkstemp", path)
        try:
            return os.open(path, flags, 0o600), path
        except FileExistsError:
            continue


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make and open a new file: (descriptor, path). The caller removes it."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    return _mkstemp_inner(dir, prefix, suffix, _FLAGS, kind)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a new folder; its path. The caller removes it."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    for path in _attempts(prefix, suffix, dir, kind, "directory"):
        sys.audit("tempfile.mkdtemp", path)
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return os.path.abspath(path)


def mktemp(suffix="", prefix=template, dir=None):
    """A path that doesn't exist. By the time it is used it may: better use mkstemp()."""
    if dir is None:
        dir = gettempdir()
    for path in _attempts(prefix, suffix, dir, str, "filename"):
        if not os.path.lexists(path):
            return path


# Files

class _TemporaryFileCloser:
    """Closes a file once, and removes it then."""

    cleanup_called = False
    close_called = False

    def __init__(self, file, name, delete=True, delete_on_close=True,
                 warn_message="Implicitly cleaning up unknown file"):
        self.file = file
        self.name = name
        self.delete = delete
        self.delete_on_close = delete_on_close
        self.warn_message = warn_message

    def cleanup(self, unlink=os.unlink):
        if self.cleanup_called:
            return
        self.cleanup_called = True
        try:
            if not self.close_called:
                self.close_called = True
                self.file.close()
        finally:
            if self.delete:
                try:
                    unlink(self.name)
                except FileNotFoundError:
                    pass

    def close(self):
        if not self.close_called:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete and self.delete_on_close:
                    self.cleanup()

    def __del__(self):
        closed = self.cleanup_called
        self.cleanup()
        if not closed:
            warnings.warn(self.warn_message, ResourceWarning)


class _TemporaryFileWrapper:
    """A file that is removed when it is closed; everything else is the file's own."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        message = f"Implicitly cleaning up {self!r}"
        self._closer = _TemporaryFileCloser(file, name, delete, delete_on_close, message)

    def __getattr__(self, name):
        file = self.__dict__["file"]
        found = getattr(file, name)
        if hasattr(found, "__call__"):
            method = found

            @functools.wraps(method)
            def call(*args, **kwargs):
                return method(*args, **kwargs)
            # Whoever holds the method holds the file.
            call._closer = self._closer
            found = call
        if not isinstance(found, int):
            setattr(self, name, found)
        return found

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._closer.cleanup()
        return result

    def close(self):
        """Close the file, which may remove it."""
        self._closer.close()

    def __iter__(self):
        # The file's own iterator would not keep this object, and with it the file.
        for line in self.file:
            yield line


def _check_text(encoding, mode):
    return encoding if "b" in mode else io.text_encoding(encoding)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None,
                       delete_on_close=True):
    """Make and open a file that has a name, and is removed when it is closed."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    encoding = _check_text(encoding, mode)
    name = None

    def opener(*args):
        nonlocal name
        fd, name = _mkstemp_inner(dir, prefix, suffix, _FLAGS, kind)
        return fd

    try:
        file = io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding,
                       errors=errors, opener=opener)
        try:
            raw = getattr(file, "buffer", file)
            raw = getattr(raw, "raw", raw)
            raw.name = name
            return _TemporaryFileWrapper(file, name, delete, delete_on_close)
        except:
            file.close()
            raise
    except:
        if name is not None:
            os.unlink(name)
        raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                  prefix=None, dir=None, *, errors=None):
    """Make and open a file without a name: it is gone when it is closed."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    encoding = _check_text(encoding, mode)

    def opener(*args):
        fd, name = _mkstemp_inner(dir, prefix, suffix, _FLAGS, kind)
        try:
            os.unlink(name)
        except:
            os.close(fd)
            raise
        return fd

    file = io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding,
                   errors=errors, opener=opener)
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    raw.name = raw.fileno()
    return file


class SpooledTemporaryFile(io.IOBase):
    """A temporary file that is in memory until it is larger than max_size."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None,
                 suffix=None, prefix=None, dir=None, *, errors=None):
        if "b" in mode:
            self._file = io.BytesIO()
        else:
            encoding = io.text_encoding(encoding)
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors,
                                          newline=newline)
        self._max_size = max_size
        self._arguments = {"mode": mode, "buffering": buffering, "suffix": suffix,
                           "prefix": prefix, "encoding": encoding, "newline": newline,
                           "dir": dir, "errors": errors}

    __class_getitem__ = classmethod(types.GenericAlias)

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Go on in a file."""
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._arguments)
        del self._arguments
        at = old.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(old.detach().getvalue())
        else:
            new.write(old.getvalue())
        new.seek(at, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        if "_file" in self.__dict__ and not self.closed:
            warnings.warn(f"unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def newlines(self):
        return self._file.newlines

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._arguments["mode"]

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def detach(self):
        return self._file.detach()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, buffer):
        return self._file.readinto(buffer)

    def readinto1(self, buffer):
        return self._file.readinto1(buffer)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, text):
        written = self._file.write(text)
        self._check(self._file)
        return written

    def writelines(self, lines):
        if self._max_size == 0 or self._rolled:
            return self._file.writelines(lines)
        for line in lines:
            self.write(line)


class TemporaryDirectory:
    """A new folder, which is removed with all that is in it at the end of the with statement."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *,
                 delete=True):
        import weakref
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = weakref.finalize(
            self, self._cleanup, self.name, f"Implicitly cleaning up {self!r}",
            ignore_cleanup_errors, delete)

    @classmethod
    def _rmtree(cls, name, ignore_errors=False):
        def onexc(function, path, error):
            if isinstance(error, PermissionError):
                # Without permission for the folder nothing in it can be removed.
                try:
                    if path != name:
                        os.chmod(os.path.dirname(path), 0o700)
                    os.chmod(path, 0o700)
                    if os.path.isdir(path) and not os.path.islink(path):
                        cls._rmtree(path, ignore_errors)
                    else:
                        os.unlink(path)
                except FileNotFoundError:
                    pass
            elif not isinstance(error, FileNotFoundError) and not ignore_errors:
                raise error

        shutil.rmtree(name, onexc=onexc)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False, delete=True):
        if delete:
            cls._rmtree(name, ignore_errors)
            warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the folder now."""
        if self._finalizer.detach() or os.path.exists(self.name):
            self._rmtree(self.name, self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(types.GenericAlias)
