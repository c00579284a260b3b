"""The lines of several files in turn: those of the command line, or standard input.

    for line in fileinput.input():
        ...
"""

import io
import os
import sys
from types import GenericAlias

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno",
           "isfirstline", "isstdin", "FileInput", "hook_compressed", "hook_encoded"]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None,
          errors=None):
    """Begins with files; the module's other functions are about what this returns."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding,
                       errors=errors)
    return _state


def close():
    """Ends what input() began."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Goes on with the next file."""
    return _active().nextfile()


def filename():
    """The name of the file being read."""
    return _active().filename()


def lineno():
    """The number of the last line, over all files."""
    return _active().lineno()


def filelineno():
    """The number of the last line in its file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file being read, or -1."""
    return _active().fileno()


def isfirstline():
    """Whether the last line is the first of its file."""
    return _active().isfirstline()


def isstdin():
    """Whether the last line came from standard input."""
    return _active().isstdin()


class FileInput:
    """An iterator over the lines of files."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None,
                 encoding=None, errors=None):
        # First of all, since close() is called however this ends.
        self._savestdout = self._output = self._backupfilename = self._filename = None
        self._file = None
        self._isstdin = False
        self._startlineno = self._filelineno = 0
        self._files = ()
        if isinstance(files, (str, os.PathLike)):
            files = os.fspath(files),
        elif files is None:
            files = tuple(sys.argv[1:]) or ("-",)
        else:
            files = tuple(files) or ("-",)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook:
            if inplace:
                raise ValueError("FileInput cannot use an opening hook in inplace mode")
            if not callable(openhook):
                raise ValueError("FileInput openhook must be callable")
        self._files = files
        self._inplace = inplace
        self._backup = backup
        self._mode = mode
        self._openhook = openhook
        self._encoding = encoding
        self._errors = errors

    def __del__(self):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def nextfile(self):
        """Closes the file being read; the next line comes from the next one."""
        output, self._output = self._output, None
        saved, self._savestdout = self._savestdout, None
        file, self._file = self._file, None
        backup, self._backupfilename = self._backupfilename, None
        if saved:
            sys.stdout = saved
        try:
            if output:
                output.close()
        finally:
            try:
                if file and not self._isstdin:
                    file.close()
            finally:
                if backup and not self._backup:
                    try:
                        os.unlink(backup)
                    except OSError:
                        pass
                self._isstdin = False

    def readline(self):
        """The next line, or an empty one when all files have been read."""
        while True:
            if not self._file:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open()
            line = self._file.readline()
            if line:
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename, *rest = self._files
        self._files = tuple(rest)
        self._startlineno = self.lineno()
        self._filelineno = 0
        binary = "b" in self._mode
        encoding = None if binary else self._encoding or io.text_encoding(self._encoding)
        if self._filename == "-":
            self._filename = "<stdin>"
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if binary else sys.stdin
            self._isstdin = True
        elif self._inplace:
            self._open_in_place(encoding)
        elif self._openhook:
            if self._encoding is None and self._errors is None:
                self._file = self._openhook(self._filename, self._mode)
            else:
                self._file = self._openhook(self._filename, self._mode, encoding=self._encoding,
                                            errors=self._errors)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)

    def _open_in_place(self, encoding):
        """Opens a file and has what is printed go to another of the same name."""
        backup = self._backupfilename = os.fspath(self._filename) + (self._backup or ".bak")
        try:
            os.unlink(backup)
        except OSError:
            pass
        os.rename(self._filename, backup)
        self._file = open(backup, self._mode, encoding=encoding, errors=self._errors)
        try:
            mode = os.fstat(self._file.fileno()).st_mode
        except OSError:
            mode = None
        self._output = open(self._filename, self._mode.replace("r", "w"), encoding=encoding,
                            errors=self._errors)
        if mode is not None:
            try:
                os.chmod(self._filename, mode)
            except OSError:
                pass
        self._savestdout = sys.stdout
        sys.stdout = self._output

    def filename(self):
        return self._filename

    def lineno(self):
        return self._startlineno + self._filelineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        if not self._file:
            return -1
        try:
            return self._file.fileno()
        except ValueError:
            return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin

    __class_getitem__ = classmethod(GenericAlias)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """An opening hook that reads files compressed by gzip and bzip2, too."""
    if encoding is None and "b" not in mode:
        encoding = "locale"
    extension = os.path.splitext(filename)[1]
    if extension == ".gz":
        import gzip
        stream = gzip.open(filename, mode)
    elif extension == ".bz2":
        import bz2
        stream = bz2.BZ2File(filename, mode)
    else:
        return open(filename, mode, encoding=encoding, errors=errors)
    return stream if "b" in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """An opening hook that opens files in an encoding."""
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)

    return openhook
