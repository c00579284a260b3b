"""Command lines: what they give, and what is said about wrong ones."""
import argparse, sys, os
os.environ["COLUMNS"] = "80"
sys.argv[0] = "prog"
def run(parser, line, method="parse_args"):
    sys.stderr = sys.stdout
    try:
        print(repr(line), getattr(parser, method)(line.split()))
    except SystemExit as error:
        print("exit", error.code)
    except argparse.ArgumentError as error:
        print("ArgumentError", error)
    finally:
        sys.stderr = sys.__stderr__
p = argparse.ArgumentParser(description="Does %(prog)s things that take quite a lot of words to explain in one go.", epilog="That's all.")
p.add_argument("input", help="what to read")
p.add_argument("rest", nargs="*", type=int, help="numbers")
p.add_argument("-o", "--output", metavar="FILE", default="out", help="what to write (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("-q", action="store_true", dest="quiet")
p.add_argument("--level", choices=["low", "high"], help="one of %(choices)s; this help is so long that it has to be wrapped on two lines at least")
p.add_argument("--number", type=int, required=False)
p.add_argument("--pair", nargs=2, metavar=("A", "B"))
p.add_argument("--opt", nargs="?", const="c", default="d")
p.add_argument("--many", nargs="+", action="extend")
p.add_argument("--add", action="append")
p.add_argument("--const", action="append_const", const=7, dest="consts")
p.add_argument("--color", action=argparse.BooleanOptionalAction)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--hidden", help=argparse.SUPPRESS)
p.print_help()
for line in ["a", "a 1 2", "a -vvq", "a -ofile", "a -o=file", "a --output=x --out y", "a --level mid", "a --number x", "a --pair 1", "a --pair 1 2",
             "a --opt", "a --opt x", "a --many 1 2 --many 3", "a --add 1 --add=2 --const --const", "a --color --no-color", "", "a x", "a --nope", "a --n 3",
             "a -- -1", "a -1", "a --o x", "a -vx", "--version", "a --quiet=3", "a -q=3", "-v a 1 -q 2", "a --pair=1"]:
    run(p, line)
run(p, "a 1 --nope x", "parse_known_args")
run(p, "a -v 1 -q 2", "parse_intermixed_args")
p = argparse.ArgumentParser(prog="tool")
p.add_argument("--global", dest="g", default=1)
sub = p.add_subparsers(dest="command", required=True, help="what to do", title="commands", description="all of them")
one = sub.add_parser("one", help="first", aliases=["uno"])
one.add_argument("x", type=float)
two = sub.add_parser("two", help="second", description="The second.")
two.add_argument("--flag", action="store_false")
two.set_defaults(func=len)
p.print_help(); one.print_help(); two.print_usage()
for line in ["one 1.5", "uno 2", "two --flag", "", "three", "one", "one x", "--global 5 two", "two -h", "two extra"]:
    run(p, line)
p = argparse.ArgumentParser(prog="excl", exit_on_error=False)
g = p.add_mutually_exclusive_group(required=True)
g.add_argument("-a", action="store_true"); g.add_argument("-b", type=int); g.add_argument("--cc", nargs="?")
h = p.add_mutually_exclusive_group()
h.add_argument("-x", action="store_true"); h.add_argument("-y", action="store_true")
p.print_usage()
for line in ["-a", "-b 1", "-a -b 1", "", "-a -x -y", "-b x", "-c"]:
    run(p, line)
p = argparse.ArgumentParser("prog with long name", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
for name in "alpha beta gamma delta epsilon zeta".split():
    p.add_argument(f"--{name}", default=name[0], help="the " + name)
    p.add_argument(name)
p.add_argument("tail", nargs=argparse.REMAINDER)
p.print_help()
run(p, "1 2 3 4 5 6 7 --alpha 8 -- 9")
p = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawTextHelpFormatter, description="one\n  two", add_help=False, prefix_chars="+-")
p.add_argument("+f", "++file", help="line 1\nline 2")
p.print_help()
run(p, "+f x")
run(p, "++file=x")
parent = argparse.ArgumentParser(add_help=False); parent.add_argument("--parent", type=int)
p = argparse.ArgumentParser(prog="child", parents=[parent], argument_default=argparse.SUPPRESS, allow_abbrev=False)
p.add_argument("--foo"); p.set_defaults(bar=3)
run(p, "--parent 3"); run(p, "--par 3")
print(p.get_default("bar"), p, argparse.Namespace(a=1, **{"b c": 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1))
def bad(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
bad(lambda: p.add_argument("--foo")); bad(lambda: p.add_argument("x", dest="y")); bad(lambda: p.add_argument("x", required=True))
bad(lambda: p.add_argument("--x", action="nope")); bad(lambda: p.add_argument("--x", type="int")); bad(lambda: p.add_argument("--x", nargs=0)); bad(lambda: p.add_argument("--y", nargs=2, metavar=("a",)))
def even(text):
    if int(text) % 2: raise argparse.ArgumentTypeError("odd")
    return int(text)
p = argparse.ArgumentParser(prog="t"); p.add_argument("--e", type=even, default="4"); p.add_argument("--d", deprecated=True, action="store_true")
run(p, ""); run(p, "--e 3"); run(p, "--e x"); run(p, "--d")
