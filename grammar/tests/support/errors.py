"""Writes, for each list of sources in the directory, the errors that CPython reports for them.

One source a line; `⏎` stands for a newline, `→` for a tab. `single:` and `eval:` in front choose the mode.
"""

import pathlib
import sys
import warnings

warnings.simplefilter("ignore")


def expected(source):
    mode = "exec"
    for prefix in ("single", "eval"):
        if source.startswith(prefix + ":"):
            mode, source = prefix, source[len(prefix) + 1 :]
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        name = type(error).__name__
        if error.lineno is None:
            place = "None"
        else:
            place = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        return f"{name}|{error.msg}|{place}"
    except (RecursionError, MemoryError) as error:
        return f"{type(error).__name__}|{error}|None"
    return "OK"


def unescape(line):
    return line.replace("⏎", "\n").replace("→", "\t")


if __name__ == "__main__":
    directory = pathlib.Path(__file__).parent.parent / "golden"
    for path in sorted(directory.glob("*.txt")):
        lines = path.read_text().split("\n")[:-1]
        results = [expected(unescape(line)).replace("\n", "⏎") for line in lines]
        path.with_suffix(".out").write_text("".join(result + "\n" for result in results))
