"""The operating system: files, folders, environment and the process."""

import abc
import stat as st
import sys
import posix as _os
from posix import *
from _collections_abc import Mapping, MutableMapping, _check_methods

GenericAlias = type(list[int])

name = "posix"
linesep = "\n"

import posixpath as path
sys.modules["os.path"] = path
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1

supports_bytes_environ = True

error = OSError


def _has(name):
    return hasattr(_os, name)


def _functions(*names):
    return {globals()[name] for name in names if name in globals()}


# What os has elsewhere and hasn't here.
_UNSUPPORTED = frozenset("""
    CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED CLONE_FILES CLONE_FS
    CLONE_NEWCGROUP CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME
    CLONE_NEWUSER CLONE_NEWUTS CLONE_SIGHAND CLONE_SYSVSEM CLONE_THREAD CLONE_VM EFD_CLOEXEC
    EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT
    EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL
    EX_UNAVAILABLE EX_USAGE F_LOCK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM
    MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_CLOEXEC
    O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY
    O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY P_ALL
    P_PGID P_PID P_PIDFD PRIO_PGRP PRIO_PROCESS PRIO_USER RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY
    RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER
    SCHED_RR SEEK_DATA SEEK_HOLE TMP_MAX WCONTINUED WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED
    WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED
    XATTR_CREATE XATTR_REPLACE abort access chdir chmod chown chroot close closerange confstr
    copy_file_range cpu_count ctermid device_encoding dup dup2 eventfd execv execve fchdir fchmod
    fchown fdatasync fork forkpty fpathconf fstat fstatvfs fsync ftruncate get_blocking
    get_inheritable get_terminal_size getegid geteuid getgid getgrouplist getgroups getloadavg
    getlogin getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid getsid
    getuid getxattr initgroups isatty kill killpg lchown link listdir listxattr lockf lseek lstat
    major makedev memfd_create minor mkdir mkfifo mknod nice open openpty pathconf pidfd_open
    pipe pipe2 popen posix_fadvise posix_fallocate posix_openpt posix_spawn posix_spawnp pread
    preadv putenv pwrite pwritev read readlink readv register_at_fork remove removexattr rename
    replace rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity
    sched_getparam sched_getscheduler sched_param sched_setaffinity sched_yield sendfile
    set_blocking set_inheritable setegid seteuid setgid setgroups setns setpgid setpgrp
    setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle
    spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice stat_result statvfs statvfs_result
    strerror symlink sync sysconf system tcgetpgrp tcsetpgrp terminal_size timerfd_create times
    times_result truncate ttyname umask uname uname_result unlink unsetenv unshare urandom utime
    wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode write writev
    fwalk execl execle execlp execlpe execvp execvpe
    MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB
    MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB
    MFD_HUGE_MASK MFD_HUGE_SHIFT POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL
    POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE
    POSIX_SPAWN_CLOSEFROM POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN RWF_APPEND RWF_DSYNC RWF_HIPRI
    RWF_NOWAIT RWF_SYNC SCHED_RESET_ON_FORK SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK
    TFD_CLOEXEC TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET XATTR_SIZE_MAX
    confstr_names eventfd_read eventfd_write grantpt login_tty pathconf_names ptsname
    sched_rr_get_interval sched_setparam sched_setscheduler sysconf_names timerfd_gettime
    timerfd_gettime_ns timerfd_settime timerfd_settime_ns unlockpt
""".split())


def __getattr__(name):
    if name in _UNSUPPORTED:
        raise AttributeError(f"os.{name} is not supported")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


# Which functions take a folder's descriptor, any file descriptor, or don't have
# to follow links: those that the native part names.
supports_dir_fd = _functions(*getattr(_os, "_supports_dir_fd", ()))
supports_fd = _functions(*getattr(_os, "_supports_fd", ()))
supports_effective_ids = _functions(*getattr(_os, "_supports_effective_ids", ()))
supports_follow_symlinks = _functions(*getattr(_os, "_supports_follow_symlinks", ("stat",)))


# Paths

class PathLike(abc.ABC):
    """What has a path: __fspath__() gives it."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return _check_methods(subclass, "__fspath__")
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


_ENCODING = sys.getfilesystemencoding()
_ERRORS = sys.getfilesystemencodeerrors()


def fsencode(filename):
    """A path as bytes, as the system has it."""
    filename = fspath(filename)
    return filename.encode(_ENCODING, _ERRORS) if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str; bytes that are no characters stay recognisable."""
    filename = fspath(filename)
    return filename.decode(_ENCODING, _ERRORS) if isinstance(filename, bytes) else filename


# Folders

def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder, and those that it is in if need be."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else was quicker
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        # The system may complain of something else first, such as of no permission.
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove an empty folder, and then those around it as far as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename; folders are made for the new name, and removed if the old one leaves them empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


_walk_symlinks_as_files = object()


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Go through a tree of folders: (path, names of folders, names of files) of each.

    From the top down the caller may take names out of the list of folders,
    which are then left out. Errors are ignored, or given to onerror.
    """
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs = []
        nondirs = []
        walk_dirs = []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    is_dir = _is_folder(entry, followlinks)
                    (dirs if is_dir else nondirs).append(entry.name)
                    if not topdown and is_dir and (followlinks is True or not _is_link(entry)):
                        walk_dirs.append(entry.path)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield top, dirs, nondirs
            for dirname in reversed(dirs):
                new_path = path.join(top, dirname)
                # Looked at again, as the caller may have put a link in its place.
                if followlinks is True or not path.islink(new_path):
                    stack.append(new_path)
        else:
            stack.append((top, dirs, nondirs))
            stack.extend(reversed(walk_dirs))


def _is_folder(entry, followlinks):
    try:
        if followlinks is _walk_symlinks_as_files:
            return entry.is_dir(follow_symlinks=False) and not entry.is_junction()
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry):
    try:
        return entry.is_symlink()
    except OSError:
        return False


# The environment

class _Environ(MutableMapping):
    """The environment as a mapping; changes reach the programs that this one starts."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        shown = ", ".join([f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}"
                           for key, value in self._data.items()])
        return f"environ({{{shown}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**other, **self}


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode(_ENCODING, "surrogateescape")


def _decode(value):
    return value.decode(_ENCODING, "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ(_os.environ, _encode, _decode, _encode, _decode)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """The value of an environment variable, or default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """As getenv(), with bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders that programs are looked for in, by PATH."""
    if env is None:
        env = environ
    found = env.get("PATH")
    try:
        encoded = env[b"PATH"]
    except (KeyError, TypeError):
        pass
    else:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = encoded
    if found is None:
        found = defpath
    return fsdecode(found).split(pathsep)


# Processes

if _has("execv"):
    def execl(file, *args):
        """Run another program in place of this one."""
        execv(file, args)

    def execle(file, *args):
        """As execl(), with the environment as the last argument."""
        execve(file, args[:-1], args[-1])

    def execlp(file, *args):
        """As execl(), looking for the program along PATH."""
        execvp(file, args)

    def execlpe(file, *args):
        """As execle(), looking for the program along PATH."""
        execvpe(file, args[:-1], args[-1])

    def execvp(file, args):
        """Run another program, looked for along PATH, in place of this one."""
        _execvpe(file, args)

    def execvpe(file, args, env):
        """As execvp(), with an environment."""
        _execvpe(file, args, env)

    def _execvpe(file, args, env=None):
        def run(file):
            if env is None:
                execv(file, args)
            else:
                execve(file, args, env)

        if path.dirname(file):
            run(file)
            return
        problem = last = None
        for folder in get_exec_path(env):
            if isinstance(file, bytes):
                folder = fsencode(folder)
            try:
                run(path.join(folder, file))
            except (FileNotFoundError, NotADirectoryError) as error:
                last = error
            except OSError as error:
                last = error
                problem = problem or error
        raise problem or last


def process_cpu_count():
    """How many processors this process may use."""
    if _has("sched_getaffinity"):
        return len(sched_getaffinity(0))
    return cpu_count()


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """open() for a file descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


__all__ = [_name for _name in globals() if not _name.startswith("_") and _name not in (
    "abc", "st", "sys", "GenericAlias", "Mapping", "MutableMapping", "PathLike",
    "process_cpu_count", "supports_dir_fd", "supports_effective_ids", "supports_fd",
    "supports_follow_symlinks")]
if _has("_exit"):
    from posix import _exit
    __all__.append("_exit")
