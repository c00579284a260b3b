"""Command lines in the way of C: short options in a string, long ones in a list.

>>> getopt.getopt(["-a", "--color=red", "file"], "ab:", ["color="])
([('-a', ''), ('--color', 'red')], ['file'])
"""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]

import os


class GetoptError(Exception):
    # A wrong option: `opt` is it, `msg` says what is wrong.

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options, as pairs of name and value, and the arguments that follow them."""
    found = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _take(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """Like getopt(), but options may stand behind arguments."""
    found = []
    arguments = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    # A plus sign, or this variable, has the options end at the first argument.
    in_front = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    while args:
        if args[0] == "--":
            arguments += args[1:]
            break
        if args[0][:1] == "-" and args[0] != "-":
            args = _take(found, args, shortopts, longopts)
        elif in_front:
            arguments += args
            break
        else:
            arguments.append(args[0])
            args = args[1:]
    return found, arguments


def _take(found, args, shortopts, longopts):
    """Adds the options of the first argument; returns the arguments that are left."""
    option, rest = args[0], args[1:]
    if option[:2] == "--":
        return _take_long(found, option[2:], longopts, rest)
    return _take_short(found, option[1:], shortopts, rest)


def _take_long(found, option, longopts, args):
    name, equals, value = option.partition("=")
    value = value if equals else None
    takes_value, name = _long_option(name, longopts)
    if takes_value:
        if value is None:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{name} must not have an argument", name)
    found.append(("--" + name, value or ""))
    return args


def _long_option(name, longopts):
    """Whether the option of that name, or beginning so, takes a value; its full name."""
    possible = [option for option in longopts if option.startswith(name)]
    if not possible:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in possible:
        return False, name
    if name + "=" in possible:
        return True, name
    if len(possible) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    return possible[0].endswith("="), possible[0].removesuffix("=")


def _take_short(found, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        value = ""
        if _short_has_value(letter, shortopts):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        found.append(("-" + letter, value))
    return args


def _short_has_value(letter, shortopts):
    if letter != ":":
        at = shortopts.find(letter)
        if at >= 0:
            return shortopts[at + 1:at + 2] == ":"
    raise GetoptError(f"option -{letter} not recognized", letter)
