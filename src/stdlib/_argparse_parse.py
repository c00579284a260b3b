"""The parsing of one command line. Part of argparse."""

import re

from _argparse_actions import ArgumentError, ArgumentTypeError, _get_action_name
from _argparse_help import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE)

# How many arguments (A) belong to an action: "-" stands for "--", O for an option.
_PATTERNS = {
    None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
    REMAINDER: "([AO-]*)", PARSER: "(-*A[AO-]*)", SUPPRESS: "(-*)",
}
_EXPECTED = {
    None: "expected one argument", OPTIONAL: "expected at most one argument",
    ONE_OR_MORE: "expected at least one argument",
}


class Parse:
    """Goes through the arguments: options as they come, positionals as many as fit."""

    def __init__(self, parser, args, namespace, intermixed):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.intermixed = intermixed
        self.extras = []
        self.seen = set()
        self.seen_non_default = set()
        self.warned = set()
        # For each action, those that exclude it.
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [other for other in group._group_actions if other is not action]
                self.conflicts.setdefault(action, []).extend(others)
        self.positionals = parser._get_positional_actions()

    def run(self):
        pattern = []
        self.options = {}
        after_dashes = False
        for at, arg in enumerate(self.args):
            if after_dashes:
                pattern.append("A")
            elif arg == "--":
                pattern.append("-")
                after_dashes = True
            else:
                found = self.parse_optional(arg)
                if found is not None:
                    self.options[at] = found
                pattern.append("A" if found is None else "O")
        self.pattern = "".join(pattern)

        at = 0
        last_option = max(self.options, default=-1)
        waiting = []
        while at <= last_option:
            next_option = at
            while next_option <= last_option and next_option not in self.options:
                next_option += 1
            if not self.intermixed and at != next_option:
                end = self.consume_positionals(at)
                if end > at:
                    at = end
                    continue
                at = end
            elif self.intermixed and at != next_option:
                waiting.extend(range(at, next_option))
                at = next_option
            if at not in self.options:
                self.extras.extend(self.args[at:next_option])
                at = next_option
            at = self.consume_optional(at)
        if self.intermixed:
            self.consume_waiting(waiting, at)
        else:
            end = self.consume_positionals(at)
            self.extras.extend(self.args[end:])
        self.check_required()
        return self.namespace, self.extras

    def consume_waiting(self, waiting, at):
        """All positionals at the end, when the options between them are done."""
        chosen = [*waiting, *range(at, len(self.args))]
        self.pattern = "".join(self.pattern[i] for i in chosen)
        self.args = [self.args[i] for i in chosen]
        end = self.consume_positionals(0)
        self.extras.extend(self.args[end:])

    # Options

    def parse_optional(self, arg):
        """What option an argument is: a list of (action, option, separator, value)."""
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._option_string_actions:
            return [(parser._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        option, separator, value = arg.partition("=")
        if separator and option in parser._option_string_actions:
            return [(parser._option_string_actions[option], option, separator, value)]
        found = self.abbreviated(arg)
        if found:
            return found
        if parser._negative_number_matcher.match(arg):
            if not parser._has_negative_number_optionals:
                return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def abbreviated(self, arg):
        """The options that an argument may be short for, or contain with a value."""
        parser = self.parser
        chars = parser.prefix_chars
        found = []
        if arg[0] in chars and arg[1] in chars:
            if parser.allow_abbrev:
                prefix, separator, value = arg.partition("=")
                value = value if separator else None
                for option, action in parser._option_string_actions.items():
                    if option.startswith(prefix):
                        found.append((action, option, separator or None, value))
            return found
        prefix, separator, value = arg.partition("=")
        short, short_value = arg[:2], arg[2:]
        for option, action in parser._option_string_actions.items():
            if option == short:
                found.append((action, option, "", short_value))
            elif parser.allow_abbrev and option.startswith(prefix):
                found.append((action, option, separator or None,
                              value if separator else None))
        return found

    def consume_optional(self, start):
        candidates = self.options[start]
        if len(candidates) > 1:
            names = ", ".join(option for _, option, _, _ in candidates)
            raise ArgumentError(None, f"ambiguous option: {self.args[start]} could match {names}")
        action, option, separator, value = candidates[0]
        if action is None:
            self.extras.append(self.args[start])
            return start + 1
        taken = []
        while True:
            if value is None:
                # The arguments that follow.
                begin = start + 1
                count = self.match(action, self.pattern[begin:])
                end = begin + count
                taken.append((action, self.args[begin:end], option))
                break
            count = self.match(action, "A")
            if (count == 0 and option[1] not in self.parser.prefix_chars and value != ""
                    and separator == ""):
                # Flags together: -xyz.
                taken.append((action, [], option))
                char = option[0]
                option = char + value[0]
                rest = value[1:]
                if option in self.parser._option_string_actions:
                    action = self.parser._option_string_actions[option]
                    if not rest:
                        separator = value = None
                    elif rest[0] == "=":
                        separator, value = "=", rest[1:]
                    else:
                        separator, value = "", rest
                    continue
                self.extras.append(char + value)
                end = start + 1
                break
            if count == 1:
                end = start + 1
                taken.append((action, [value], option))
                break
            raise ArgumentError(action, f"ignored explicit argument {value!r}")
        for action, args, option in taken:
            if action.deprecated and option not in self.warned:
                self.parser._warning(f"option '{option}' is deprecated")
                self.warned.add(option)
            self.take(action, args, option)
        return end

    # Positionals

    def consume_positionals(self, start):
        rest = self.pattern[start:]
        counts = []
        for length in range(len(self.positionals), 0, -1):
            pattern = "".join(self.nargs_pattern(action) for action in self.positionals[:length])
            match = re.match(pattern, rest)
            if match is not None:
                counts = [len(text) for text in match.groups()]
                # An action that takes nothing yet may take something later.
                if len(rest) > sum(counts) and "O" in rest[sum(counts):]:
                    while counts and counts[-1] == 0 and self.may_wait(
                            self.positionals[len(counts) - 1]):
                        counts.pop()
                break
        for action, count in zip(self.positionals, counts):
            args = self.args[start:start + count]
            # The "--" that separates is not among the values.
            if action.nargs == PARSER:
                if self.pattern[start:start + 1] == "-":
                    args.remove("--")
            elif action.nargs != REMAINDER and "-" in self.pattern[start:start + count]:
                args.remove("--")
            start += count
            if args and action.deprecated and action.dest not in self.warned:
                self.parser._warning(f"argument '{action.dest}' is deprecated")
                self.warned.add(action.dest)
            self.take(action, args)
        self.positionals = self.positionals[len(counts):]
        return start

    def may_wait(self, action):
        return action.nargs in (OPTIONAL, ZERO_OR_MORE, REMAINDER)

    def nargs_pattern(self, action):
        nargs = action.nargs
        pattern = _PATTERNS.get(nargs)
        if pattern is None:
            pattern = f"([-AO]{{{nargs}}})" if nargs == SUPPRESS else (
                f"(-*{'-*'.join('A' * nargs)}-*)")
        if action.option_strings:
            # Options don't take "--".
            pattern = pattern.replace("-*", "").replace("-", "")
        return pattern

    def match(self, action, pattern):
        """How many arguments an action takes."""
        match = re.match(self.nargs_pattern(action), pattern)
        if match is None:
            message = _EXPECTED.get(action.nargs)
            if message is None:
                message = f"expected {action.nargs} argument{'s'[:action.nargs != 1]}"
            raise ArgumentError(action, message)
        return len(match.group(1))

    # Values

    def take(self, action, args, option=None):
        self.seen.add(action)
        values = self.values_of(action, args)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(
                        action, f"not allowed with argument {_get_action_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def values_of(self, action, args):
        nargs = action.nargs
        if not args and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self.value_of(action, value)
                self.check(action, value)
            return value
        if not args and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if len(args) == 1 and nargs in (None, OPTIONAL):
            value = self.value_of(action, args[0])
            self.check(action, value)
            return value
        if nargs == REMAINDER:
            return [self.value_of(action, arg) for arg in args]
        if nargs == PARSER:
            values = [self.value_of(action, arg) for arg in args]
            self.check(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self.value_of(action, arg) for arg in args]
        for value in values:
            self.check(action, value)
        return values

    def value_of(self, action, text):
        convert = self.parser._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise TypeError(f"{convert!r} is not callable")
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def check(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            shown = ", ".join(repr(choice) for choice in action.choices)
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (isinstance(action.default, str) and hasattr(self.namespace, action.dest)
                    and action.default is getattr(self.namespace, action.dest)):
                # Defaults that are texts are converted only when they are used.
                setattr(self.namespace, action.dest, self.value_of(action, action.default))
        if missing:
            raise ArgumentError(
                None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default
                                          for action in group._group_actions):
                names = " ".join(_get_action_name(action) for action in group._group_actions
                                 if action.help is not SUPPRESS)
                raise ArgumentError(None, f"one of the arguments {names} is required")
