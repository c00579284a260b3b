"""How argparse shows usage and help. Part of argparse."""

import os
import re as _re

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."

# The module of the classes below.
__name__ = "argparse"


def _terminal_width():
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(1).columns
        except (AttributeError, ValueError, OSError):
            columns = 0
    return columns or 80


class HelpFormatter:
    """Makes the text of usage and help messages; only its name is for programs to use."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _terminal_width() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._action_max_length = 0
        # Functions that give the parts of the text; sections are lists in lists.
        self._root = self._items = []
        self._outer = []

    # Collecting

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def start_section(self, heading):
        items = []
        self._items.append(lambda: self._format_section(heading, items))
        self._outer.append(self._items)
        self._items = items
        self._indent()

    def end_section(self):
        self._items = self._outer.pop()
        self._dedent()

    def _format_section(self, heading, items):
        self._indent()
        text = self._join(item() for item in items)
        self._dedent()
        if not text:
            return ""
        if heading is not SUPPRESS and heading is not None:
            text = f"{' ' * self._current_indent}{heading}:\n{text}"
        return f"\n{text}\n"

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._items.append(lambda: self._format_text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._items.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        invocations = [(self._format_action_invocation(action), self._current_indent)]
        for sub in self._iter_indented_subactions(action):
            invocations.append((self._format_action_invocation(sub), self._current_indent))
        longest = max(len(text) + indent for text, indent in invocations)
        self._action_max_length = max(self._action_max_length, longest)
        self._items.append(lambda: self._format_action(action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    # Formatting

    def format_help(self):
        text = self._join(item() for item in self._root)
        if text:
            text = _re.sub("\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text

    def _join(self, parts):
        return "".join(part for part in parts if part and part is not SUPPRESS)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        elif not actions:
            usage = self._prog
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            usage = " ".join([self._prog, *self._usage_parts(optionals + positionals, groups)])
            if len(prefix) + len(usage) > self._width - self._current_indent:
                usage = self._wrap_usage(prefix, self._usage_parts(optionals, groups),
                                         self._usage_parts(positionals, groups))
        return f"{prefix}{usage}\n\n"

    def _wrap_usage(self, prefix, optionals, positionals):
        """The usage on several lines: under the program's name if that is short."""
        width = self._width - self._current_indent
        prog = self._prog

        def lines_of(parts, indent, first_length=None):
            lines = []
            line = []
            length = (len(indent) if first_length is None else first_length) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(line)
                    line = []
                    length = len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(line)
            texts = [indent + " ".join(line) for line in lines]
            if first_length is not None:
                texts[0] = texts[0][len(indent):]
            return texts

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if optionals:
                lines = lines_of([prog, *optionals], indent, len(prefix))
                lines += lines_of(positionals, indent)
            elif positionals:
                lines = lines_of([prog, *positionals], indent, len(prefix))
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = lines_of(optionals + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(optionals, indent) + lines_of(positionals, indent)
            lines.insert(0, prog)
        return "\n".join(lines)

    def _usage_parts(self, actions, groups):
        """What the usage shows for the actions; those of exclusive groups in brackets."""
        parts = [self._usage_part(action) for action in actions]
        position = {id(action): at for at, action in enumerate(actions)}
        spans = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            start = position.get(id(members[0]))
            if start is None:
                continue
            end = start + len(members)
            if [id(action) for action in actions[start:end]] == [id(action) for action in members]:
                spans[start, end] = group
        for span in spans:
            # The brackets around the group say what is optional.
            for at in range(*span):
                parts[at] = self._bare(parts[at])
        separated = set()
        for span in sorted(spans, reverse=True):  # groups in groups come before those
            self._bracket(parts, [at for at in range(*span) if parts[at] is not None],
                          spans[span].required, separated)
        return [part for part in parts if part is not None]

    def _bracket(self, parts, shown, required, separated):
        """Puts the brackets of a group around the parts that are shown of it, and bars between."""
        if not shown:
            return
        if len(shown) > 1 or not required:
            opening, closing = "()" if required else "[]"
            parts[shown[0]] = opening + parts[shown[0]]
            parts[shown[-1]] += closing
        for at in shown[:-1]:
            if at not in separated:
                separated.add(at)
                parts[at] += " |"

    def _bare(self, part):
        if part is not None and part[:1] == "[" and part[-1:] == "]":
            return part[1:-1]
        return part

    def _usage_part(self, action):
        if action.help is SUPPRESS:
            return None
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            part = action.format_usage()
        else:
            metavar = self._get_default_metavar_for_optional(action)
            part = f"{action.option_strings[0]} {self._format_args(action, metavar)}"
        return part if action.required else f"[{part}]"

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        indent = " " * self._current_indent
        return self._fill_text(text, width, indent) + "\n\n"

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        action_width = position - self._current_indent - 2
        indent = " " * self._current_indent
        header = self._format_action_invocation(action)
        # The help begins on the same line if there is room.
        help_indent = position
        if not action.help:
            parts = [f"{indent}{header}\n"]
        elif len(header) <= action_width:
            parts = [f"{indent}{header:<{action_width}}  "]
            help_indent = 0
        else:
            parts = [f"{indent}{header}\n"]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{' ' * help_indent}{lines[0]}\n")
                parts.extend(f"{' ' * position}{line}\n" for line in lines[1:])
        elif not parts[-1].endswith("\n"):
            parts.append("\n")
        for sub in self._iter_indented_subactions(action):
            parts.append(self._format_action(sub))
        return self._join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar_formatter(
                action, self._get_default_metavar_for_positional(action))(1))
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        metavar = self._get_default_metavar_for_optional(action)
        return f"{names} {self._format_args(action, metavar)}"

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = f"{{{','.join(str(choice) for choice in action.choices)}}}"
        else:
            result = default_metavar

        def format(tuple_size):
            return result if isinstance(result, tuple) else (result,) * tuple_size

        return format

    def _format_args(self, action, default_metavar):
        metavar = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % metavar(1)
        if nargs == SUPPRESS:
            return ""
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value") from None
        return " ".join(["%s"] * nargs) % metavar(nargs)

    def _expand_help(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values["prog"] = self._prog
        for name, value in values.items():
            if hasattr(value, "__name__"):
                values[name] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(str(choice) for choice in values["choices"])
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        get = getattr(action, "_get_subactions", None)
        if get is not None:
            self._indent()
            yield from get()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent,
                             subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are written."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all help texts as they are written."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the types of arguments in place of their names."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
