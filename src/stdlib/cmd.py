"""Interpreters of commands: a class whose methods do_NAME() are the commands."""

import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    """Reads lines and calls do_NAME(rest) for each; subclasses define the commands."""

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def cmdloop(self, intro=None):
        """Reads and runs commands until one returns something true."""
        self.preloop()
        if intro is not None:
            self.intro = intro
        if self.intro:
            self.stdout.write(str(self.intro) + "\n")
        stop = None
        while not stop:
            line = self.cmdqueue.pop(0) if self.cmdqueue else self._read_line()
            line = self.precmd(line)
            stop = self.postcmd(self.onecmd(line), line)
        self.postloop()

    def _read_line(self):
        """A line from input() or `stdin`; "EOF" at its end."""
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    # What subclasses may define.

    def precmd(self, line):
        """The line that is run instead of this one."""
        return line

    def postcmd(self, stop, line):
        """Whether to stop after a line."""
        return stop

    def preloop(self):
        """Called before the first command."""

    def postloop(self):
        """Called after the last one."""

    def parseline(self, line):
        """The command, the rest and the line; ? and ! stand for help and shell."""
        line = line.strip()
        if not line:
            return None, None, line
        if line[0] == "?":
            line = "help " + line[1:]
        elif line[0] == "!":
            if not hasattr(self, "do_shell"):
                return None, None, line
            line = "shell " + line[1:]
        end = 0
        while end < len(line) and line[end] in self.identchars:
            end += 1
        return line[:end], line[end:].strip(), line

    def onecmd(self, line):
        """Runs a line; whether to stop."""
        command, rest, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        function = getattr(self, "do_" + command, None) if command else None
        if function is None:
            return self.default(line)
        return function(rest)

    def emptyline(self):
        """What an empty line does: the last command again."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """What a line does that is no command: a message."""
        self.stdout.write(f"*** Unknown syntax: {line}\n")

    # Completion, for whoever reads lines.

    def completedefault(self, *ignored):
        """How the rest of a line can go on, where the command doesn't say."""
        return []

    def completenames(self, text, *ignored):
        """The commands that begin with a text."""
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def complete(self, text, state):
        """The state-th way in which a text can go on; None if there are no more."""
        if state == 0:
            import readline
            original = readline.get_line_buffer()
            line = original.lstrip()
            stripped = len(original) - len(line)
            begin = readline.get_begidx() - stripped
            end = readline.get_endidx() - stripped
            find = self.completenames
            if begin > 0:
                command, _, _ = self.parseline(line)
                find = (getattr(self, "complete_" + command, self.completedefault) if command
                        else self.completedefault)
            self.completion_matches = find(text, line, begin, end)
        try:
            return self.completion_matches[state]
        except IndexError:
            return None

    def get_names(self):
        """The names of all methods."""
        return dir(self.__class__)

    def complete_help(self, *args):
        """How the rest of "help ..." can go on."""
        topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
        return list(set(self.completenames(*args)) | topics)

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if arg:
            self._help_on(arg)
            return
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith("help_")}
        documented, undocumented = [], []
        for name in sorted(set(names)):
            if name.startswith("do_"):
                command = name[3:]
                if command in topics or getattr(self, name).__doc__:
                    documented.append(command)
                    topics.discard(command)
                else:
                    undocumented.append(command)
        self.stdout.write(f"{self.doc_leader!s}\n")
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, undocumented, 15, 80)

    def _help_on(self, topic):
        function = getattr(self, "help_" + topic, None)
        if function is not None:
            function()
            return
        from inspect import cleandoc
        command = getattr(self, "do_" + topic, None)
        doc = command.__doc__ if command is not None else None
        text = cleandoc(doc) if doc else self.nohelp % (topic,)
        self.stdout.write(f"{text!s}\n")

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """Writes names in columns, under a header."""
        if cmds:
            self.stdout.write(f"{header!s}\n")
            if self.ruler:
                self.stdout.write(f"{self.ruler * len(header)!s}\n")
            self.columnize(cmds, maxcol - 1)
            self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """Writes texts in columns, in as few rows as the width allows."""
        if not list:
            self.stdout.write("<empty>\n")
            return
        wrong = [at for at, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError(f"list[i] not a string for i in {', '.join(map(str, wrong))}")
        if len(list) == 1:
            self.stdout.write(f"{list[0]!s}\n")
            return
        for rows in range(1, len(list) + 1):
            columns = [list[at:at + rows] for at in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        else:
            columns, widths = [list], [0]
        for row in range(len(columns[0])):
            line = [column[row] for column in columns if row < len(column)]
            cells = [text.ljust(width) for text, width in zip(line, widths)]
            # The width is that of the column, whether it is the last or not.
            self.stdout.write(f"{'  '.join(cells)!s}\n")
