"""Signals: what the system tells the program, and what is done then."""

import _signal
from _signal import (
    ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, alarm, default_int_handler, getitimer, pause,
    raise_signal, setitimer, siginterrupt)
from enum import IntEnum as _IntEnum

ItimerError = OSError


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGIOT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPOLL = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64
    __str__ = int.__repr__
    __repr__ = lambda self: f"<Signals.{self._name_}: {self._value_}>"


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1
    __str__ = int.__repr__


class Sigmasks(_IntEnum):
    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2
    __str__ = int.__repr__


for _enum in (Signals, Handlers, Sigmasks):
    globals().update(_enum.__members__)
del _enum

# What signal has elsewhere and hasn't here.
_UNSUPPORTED = frozenset((
    "pthread_kill", "pthread_sigmask", "set_wakeup_fd", "sigpending", "sigtimedwait", "sigwait",
    "sigwaitinfo", "pidfd_send_signal", "struct_siginfo"))


def __getattr__(name):
    if name in _UNSUPPORTED:
        raise AttributeError(f"signal.{name} is not supported")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _to_enum(value, enum):
    if not isinstance(value, int):
        return value
    try:
        return enum(value)
    except ValueError:
        return value


def _to_number(value):
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    """Set what is done when a signal arrives: SIG_DFL, SIG_IGN, or a function of it and the frame."""
    return _to_enum(_signal.signal(_to_number(signalnum), _to_number(handler)), Handlers)


def getsignal(signalnum):
    """What is done when a signal arrives; None if that isn't known."""
    return _to_enum(_signal.getsignal(signalnum), Handlers)


_TEXTS = """Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|\
Floating point exception|Killed|User defined signal 1|Segmentation fault|User defined signal 2|\
Broken pipe|Alarm clock|Terminated|Stack fault|Child exited|Continued|Stopped (signal)|Stopped|\
Stopped (tty input)|Stopped (tty output)|Urgent I/O condition|CPU time limit exceeded|\
File size limit exceeded|Virtual timer expired|Profiling timer expired|Window changed|\
I/O possible|Power failure|Bad system call""".split("|")


def strsignal(signalnum, /):
    """What a signal means, as the system words it."""
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    if signalnum <= len(_TEXTS):
        return _TEXTS[signalnum - 1]
    return f"Real-time signal {signalnum - 34}" if signalnum >= 34 else f"Unknown signal {signalnum}"


def valid_signals():
    """All signals there are."""
    return {_to_enum(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}
