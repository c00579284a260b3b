"""What `python -m random` prints, and classes of modules that take type parameters."""
import csv
import random
import shlex

for command in ["--choice a b c", '"a b c"', "a b c", "--choice 'a a' 'b b' 'c c'", "'a a' 'b b' 'c c'",
                "--integer 5", "5", "--float 2.5", "2.5", "-i 12 ", "-f 1"]:
    random.seed(0)
    print(command, "->", repr(random.main(shlex.split(command))))
arguments, text = random._parse_args([])
print(text.replace("--test", "").split("\n", 1)[1])
try:
    random.main(["-i", "0"])
except ValueError as error:
    print(error)
print(csv.DictReader[str], csv.DictReader[str].__origin__)
print(csv.DictWriter[str], csv.DictWriter[str].__origin__)
