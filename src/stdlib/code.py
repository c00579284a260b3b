"""Prompts for Python that programs can use.

InteractiveConsole reads statements and runs them; InteractiveInterpreter only runs them.
"""

import builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs sources in a namespace."""

    def __init__(self, locals=None):
        if locals is None:
            locals = {"__name__": "__console__", "__doc__": None}
        self.locals = locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a source; True if it isn't complete. Errors are shown."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Runs code; exceptions are shown, but for SystemExit."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Shows the error that is being handled, as one of the source's syntax."""
        source = kwargs.pop("source", "")
        try:
            kind, error, _ = sys.exc_info()
            if filename and issubclass(kind, SyntaxError):
                error.filename = filename
            self._show(kind, error.with_traceback(None), None, source)
        finally:
            kind = error = None

    def showtraceback(self):
        """Shows the exception that is being handled."""
        try:
            kind, error, tb = sys.exc_info()
            # The first frame is runcode()'s.
            self._show(kind, error, tb.tb_next, "")
        finally:
            kind = error = tb = None

    def _show(self, kind, error, tb, source):
        sys.last_type = kind
        sys.last_traceback = tb
        error = error.with_traceback(tb)
        lines = source.splitlines()
        if (source and issubclass(kind, SyntaxError) and not error.text
                and error.lineno is not None and len(lines) >= error.lineno):
            error.text = lines[error.lineno - 1]
        sys.last_exc = sys.last_value = error
        if sys.excepthook is sys.__excepthook__:
            for text in traceback.format_exception(kind, error, tb):
                self.write(text)
            return
        try:
            sys.excepthook(kind, error, tb)
        except SystemExit:
            raise
        except BaseException as another:
            another.__context__ = None
            print("Error in sys.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(another), another, another.__traceback__.tb_next)
            print(file=sys.stderr)
            print("Original exception was:", file=sys.stderr)
            sys.__excepthook__(kind, error, tb)

    def write(self, data):
        """Where what is shown goes: to standard error."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Reads lines and runs them as they are complete."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.local_exit = local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Forgets the lines that are not complete."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Prompts for lines until their end."""
        with _prompts(), _local_exit(self.local_exit):
            if banner is None:
                self.write(f"Python {sys.version} on {sys.platform}\n"
                           'Type "help", "copyright", "credits" or "license" for more '
                           f"information.\n({self.__class__.__name__})\n")
            elif banner:
                self.write(f"{banner}\n")
            more = 0
            while True:
                try:
                    prompt = sys.ps2 if more else sys.ps1
                    try:
                        line = self.raw_input(prompt)
                    except EOFError:
                        self.write("\n")
                        break
                    more = self.push(line)
                except KeyboardInterrupt:
                    self.write("\nKeyboardInterrupt\n")
                    self.resetbuffer()
                    more = 0
                except SystemExit as error:
                    if not self.local_exit:
                        raise
                    self.write("\n")
                    break
            if exitmsg is None:
                self.write(f"now exiting {self.__class__.__name__}...\n")
            elif exitmsg:
                self.write(f"{exitmsg}\n")

    def push(self, line, filename=None, _symbol="single"):
        """Adds a line; runs what there is if that is complete. True if it isn't."""
        self.buffer.append(line)
        source = "\n".join(self.buffer)
        more = self.runsource(source, self.filename if filename is None else filename,
                              symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        """Where lines come from: input()."""
        return input(prompt)


class Quitter:
    # exit and quit, where they end the console only.

    def __init__(self, name):
        self.name = name
        self.eof = "Ctrl-D (i.e. EOF)"

    def __repr__(self):
        return f"Use {self.name} or {self.eof} to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


class _prompts:
    """Gives sys the prompts while there is a console."""

    def __enter__(self):
        self.added = [name for name in ("ps1", "ps2") if not hasattr(sys, name)]
        for name in self.added:
            setattr(sys, name, ">>> " if name == "ps1" else "... ")

    def __exit__(self, *exception):
        for name in self.added:
            delattr(sys, name)


class _local_exit:
    """Has exit and quit end the console only, while there is one."""

    def __init__(self, wanted):
        self.names = [name for name in ("exit", "quit") if wanted and hasattr(builtins, name)]

    def __enter__(self):
        self.saved = {name: getattr(builtins, name) for name in self.names}
        for name in self.names:
            setattr(builtins, name, Quitter(name))

    def __exit__(self, *exception):
        for name, value in self.saved.items():
            setattr(builtins, name, value)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """A console: `readfunc` reads lines, `local` is its namespace."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


if __name__ == "__main__":
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("-q", action="store_true", help="don't print version and copyright messages")
    args = parser.parse_args()
    interact("" if args.q or sys.flags.quiet else None)
