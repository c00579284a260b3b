"""Checks and lays out JSON: python -m json.tool [options] [infile [outfile]]"""

import json
import sys

_USAGE = """\
usage: python -m json.tool [-h] [--sort-keys] [--no-ensure-ascii] [--json-lines]
                           [--indent INDENT | --tab | --no-indent | --compact]
                           [infile] [outfile]
"""


def _parse(args):
    options = {"sort_keys": False, "ensure_ascii": True, "indent": 4}
    json_lines = False
    files = []
    args = iter(args)
    for arg in args:
        name, _, value = arg.partition("=")
        if arg == "--sort-keys":
            options["sort_keys"] = True
        elif arg == "--no-ensure-ascii":
            options["ensure_ascii"] = False
        elif arg == "--json-lines":
            json_lines = True
        elif name == "--indent":
            options["indent"] = int(value or next(args))
        elif arg == "--tab":
            options["indent"] = "\t"
        elif arg == "--no-indent":
            options["indent"] = None
        elif arg == "--compact":
            options["indent"] = None
            options["separators"] = (",", ":")
        elif arg in ("-h", "--help"):
            print(_USAGE, end="")
            raise SystemExit(0)
        elif arg.startswith("-") and arg != "-" or len(files) == 2:
            print(_USAGE, end="", file=sys.stderr)
            print(f"python -m json.tool: error: unrecognized arguments: {arg}", file=sys.stderr)
            raise SystemExit(2)
        else:
            files.append(arg)
    return options, json_lines, files


def main():
    options, json_lines, files = _parse(sys.argv[1:])
    infile = sys.stdin
    if files and files[0] != "-":
        infile = open(files[0], encoding="utf-8")
    try:
        try:
            with infile:
                if json_lines:
                    objects = [json.loads(line) for line in infile]
                else:
                    objects = [json.load(infile)]
        except ValueError as error:
            raise SystemExit(error)
        outfile = open(files[1], "w", encoding="utf-8") if len(files) == 2 else sys.stdout
        for obj in objects:
            json.dump(obj, outfile, **options)
            outfile.write("\n")
        if outfile is not sys.stdout:
            outfile.close()
    except BrokenPipeError as error:
        raise SystemExit(error.errno)


if __name__ == "__main__":
    main()
