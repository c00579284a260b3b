"""Copying, moving and removing files and whole trees of folders."""

import os
import stat
import sys
import fnmatch

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move",
    "rmtree", "Error", "SpecialFileError", "ExecError", "get_terminal_size", "ignore_patterns",
    "chown", "which", "disk_usage", "SameFileError", "ReadError", "RegistryError",
]

COPY_BUFSIZE = 64 * 1024

# What shutil has elsewhere and hasn't here.
_UNSUPPORTED = frozenset((
    "make_archive", "get_archive_formats", "register_archive_format",
    "unregister_archive_format", "get_unpack_formats", "register_unpack_format",
    "unregister_unpack_format", "unpack_archive"))


def __getattr__(name):
    if name in _UNSUPPORTED:
        raise AttributeError(f"shutil.{name} is not supported")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and target are the same file."""


class SpecialFileError(OSError):
    """Not to be done with a named pipe or another special file."""


class ExecError(OSError):
    """A command could not be run."""


class ReadError(OSError):
    """An archive could not be read."""


class RegistryError(Exception):
    """An error of the registered formats of archives."""


# Files

def copyfileobj(fsrc, fdst, length=0):
    """Copy what is left of an open file to another one."""
    length = length or COPY_BUFSIZE
    read, write = fsrc.read, fdst.write
    while part := read(length):
        write(part)


def _same_file(src, dst):
    if isinstance(src, os.DirEntry):
        try:
            return os.path.samestat(src.stat(), os.stat(dst))
        except OSError:
            return False
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def _look(path):
    return path.stat() if isinstance(path, os.DirEntry) else os.stat(path)


def _is_link(path):
    return path.is_symlink() if isinstance(path, os.DirEntry) else os.path.islink(path)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy the bytes of a file; without follow_symlinks a link stays a link."""
    sys.audit("shutil.copyfile", src, dst)
    if _same_file(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in (src, dst):
        try:
            kind = _look(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(kind):
            path = path.path if isinstance(path, os.DirEntry) else path
            raise SpecialFileError("`%s` is a named pipe" % path)
    if not follow_symlinks and _is_link(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Give a file the permissions of another one."""
    sys.audit("shutil.copymode", src, dst)
    if not follow_symlinks and _is_link(src) and os.path.islink(dst):
        return  # links have no permissions of their own
    os.chmod(dst, stat.S_IMODE(_look(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Give a file the permissions and the times of another one."""
    sys.audit("shutil.copystat", src, dst)
    follow = follow_symlinks or not (_is_link(src) and os.path.islink(dst))
    if isinstance(src, os.DirEntry):
        found = src.stat(follow_symlinks=follow)
    else:
        found = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(found.st_mode))


def _into(src, dst):
    """The target, if it is a folder the file of that name in it."""
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file and its permissions, perhaps into a folder."""
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy a file with its permissions and times, perhaps into a folder."""
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Set the owner and the group of a file, by number or name."""
    sys.audit("shutil.chown", path, user, group)
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    uid = _number(user, "user", "pwd", "getpwnam", "pw_uid")
    gid = _number(group, "group", "grp", "getgrnam", "gr_gid")
    os.chown(path, uid, gid, dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def _number(name, what, module, function, field):
    if name is None:
        return -1
    if not isinstance(name, str):
        return name
    try:
        return getattr(getattr(__import__(module), function)(name), field)
    except (ImportError, KeyError):
        raise LookupError("no such {}: {!r}".format(what, name)) from None


# Trees

def ignore_patterns(*patterns):
    """For copytree's ignore: leaves out the names that fit one of the patterns."""
    def _ignore_patterns(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2,
             ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a folder with all that is in it; the target's path.

    What goes wrong is collected and raised as one Error at the end.
    """
    sys.audit("shutil.copytree", src, dst)
    with os.scandir(src) as listing:
        entries = list(listing)
    left_out = ()
    if ignore is not None:
        left_out = ignore(os.fspath(src), [entry.name for entry in entries])
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    # Functions of programs get paths: they may not know what an entry is.
    plain = copy_function in (copy2, copy)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        source = os.path.join(src, entry.name)
        target = os.path.join(dst, entry.name)
        what = entry if plain else source
        try:
            if entry.is_symlink():
                link = os.readlink(source)
                if symlinks:
                    os.symlink(link, target)
                    copystat(what, target, follow_symlinks=False)
                    continue
                if not os.path.exists(source) and ignore_dangling_symlinks:
                    continue
            if entry.is_dir():
                copytree(what, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(what, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder with all that is in it.

    Errors are ignored, raised, or given to onexc(function, path, exception).
    """
    sys.audit("shutil.rmtree", path, dir_fd)
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    if ignore_errors:
        def handle(function, path, error):
            pass
    elif onexc is not None:
        handle = onexc
    elif onerror is not None:
        def handle(function, path, error):
            return onerror(function, path, (type(error), error, error.__traceback__))
    else:
        def handle(function, path, error):
            raise error
    try:
        found = os.lstat(path)
    except OSError as error:
        return handle(os.lstat, path, error)
    if stat.S_ISLNK(found.st_mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError as error:
            error.filename = path
            return handle(os.path.islink, path, error)
    # An explicit stack: trees may be deeper than calls can be.
    stack = [(False, path)]
    while stack:
        emptied, path = stack.pop()
        if emptied:
            try:
                os.rmdir(path)
            except FileNotFoundError:
                pass
            except OSError as error:
                handle(os.rmdir, path, error)
            continue
        stack.append((True, path))
        try:
            with os.scandir(path) as listing:
                entries = list(listing)
        except FileNotFoundError as error:
            if len(stack) == 1:
                stack.pop()
                handle(os.scandir, path, error)
            continue
        except OSError as error:
            handle(os.scandir, path, error)
            continue
        folders = []
        for entry in entries:
            try:
                is_dir = entry.is_dir(follow_symlinks=False)
            except OSError:
                is_dir = False
            if is_dir:
                folders.append((False, entry.path))
                continue
            try:
                os.unlink(entry.path)
            except FileNotFoundError:
                pass
            except OSError as error:
                handle(os.unlink, entry.path, error)
        stack.extend(reversed(folders))


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Move a file or folder, perhaps into a folder or to another file system; its new path."""
    sys.audit("shutil.move", src, dst)
    real_dst = dst
    if os.path.isdir(dst):
        if _same_file(src, dst) and not os.path.islink(src):
            # The same folder by another name, as where upper and lower case are one.
            os.rename(src, dst)
            return
        real_dst = os.path.join(dst, _last_part(src))
        if os.path.exists(real_dst):
            raise Error("Destination path '%s' already exists" % real_dst)
    try:
        os.rename(src, real_dst)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real_dst)
            os.unlink(src)
        elif os.path.isdir(src):
            if _is_inside(src, dst):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, real_dst, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real_dst)
            os.unlink(src)
    return real_dst


def _last_part(path):
    path = os.fspath(path)
    return os.path.basename(path.rstrip(b"/" if isinstance(path, bytes) else "/"))


def _is_inside(src, dst):
    src, dst = os.path.abspath(src), os.path.abspath(dst)
    sep = b"/" if isinstance(src, bytes) else "/"
    return (dst.rstrip(sep) + sep).startswith(src.rstrip(sep) + sep)


# The system

def disk_usage(path):
    """How much room there is: (total, used, free) in bytes."""
    from collections import namedtuple
    global disk_usage, _ntuple_diskusage
    _ntuple_diskusage = namedtuple("usage", "total used free")
    _ntuple_diskusage.__module__ = "shutil"

    def measure(path):
        found = os.statvfs(path)
        return _ntuple_diskusage(found.f_blocks * found.f_frsize,
                                 (found.f_blocks - found.f_bfree) * found.f_frsize,
                                 found.f_bavail * found.f_frsize)

    measure.__name__ = measure.__qualname__ = "disk_usage"
    measure.__doc__ = disk_usage.__doc__
    disk_usage = measure
    return measure(path)


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal, by COLUMNS and LINES or by asking it; otherwise fallback."""
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0

    columns, lines = number("COLUMNS"), number("LINES")
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        if columns <= 0:
            columns = size.columns or fallback[0]
        if lines <= 0:
            lines = size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a command as the shell would find it, or None."""
    def fits(path):
        return os.path.exists(path) and os.access(path, mode) and not os.path.isdir(path)

    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get("PATH", None)
        if path is None:
            path = os.defpath
    if not path:
        return None
    if isinstance(cmd, bytes):
        folders = os.fsencode(path).split(b":")
    else:
        folders = os.fsdecode(path).split(":")
    for folder in dict.fromkeys(folders):
        name = os.path.join(folder, cmd)
        if fits(name):
            return name
    return None
