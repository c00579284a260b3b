"""Other processes, which can't be started: what would start one raises NotImplementedError.

The classes, the constants and list2cmdline() are there for programs that only mention them.
"""

import signal

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput",
           "check_output", "run", "CalledProcessError", "DEVNULL", "SubprocessError",
           "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    """What goes wrong with other processes."""


class CalledProcessError(SubprocessError):
    """A process ended with another status than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
        try:
            return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
        except ValueError:
            return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."

    @property
    def stdout(self):
        """What the process wrote: another name of `output`."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A process took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        """What the process wrote: another name of `output`."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """A process that has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        fields = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        fields += [f"{name}={getattr(self, name)!r}" for name in ("stdout", "stderr")
                   if getattr(self, name) is not None]
        return f"{type(self).__name__}({', '.join(fields)})"

    def check_returncode(self):
        """Raises CalledProcessError unless the status is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    """Starting a process: refused."""

    def __init__(self, args, *options, **more):
        raise NotImplementedError("subprocess.Popen is not supported: "
                                  "other processes can't be started")


def _refused(name):
    def function(*popenargs, **kwargs):
        raise NotImplementedError(f"subprocess.{name} is not supported: "
                                  "other processes can't be started")

    function.__name__ = function.__qualname__ = name
    function.__doc__ = "Needs another process: refused."
    return function


call = _refused("call")
check_call = _refused("check_call")
check_output = _refused("check_output")
run = _refused("run")
getoutput = _refused("getoutput")
getstatusoutput = _refused("getstatusoutput")


def list2cmdline(seq):
    """Arguments as one command line, by the rules of Microsoft's C run-time library."""
    return " ".join([_quoted(str(arg)) for arg in seq])


def _quoted(arg):
    result = ""
    backslashes = 0
    for character in arg:
        if character == "\\":
            backslashes += 1
            continue
        # Backslashes are doubled before a quote only.
        result += "\\" * (2 * backslashes + 1 if character == '"' else backslashes) + character
        backslashes = 0
    if arg and " " not in arg and "\t" not in arg:
        return result + "\\" * backslashes
    return f'"{result}{"\\" * (2 * backslashes)}"'
