"""The lines of several files, and changing files in place."""
import fileinput
import os
import sys

os.chdir(os.environ["SCRATCH"])
for name, text in (("a", "1\n2\n"), ("b", ""), ("c", "3\n4")):
    with open(name, "w") as file:
        file.write(text)
with fileinput.input(("a", "b", "c")) as lines:
    for line in lines:
        print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), repr(line))
        if line == "1\n":
            fileinput.nextfile()
for line in fileinput.input("a", inplace=True, backup=".old"):
    print("new", line, end="")
print(open("a").read(), sorted(os.listdir()))
sys.argv[1:] = ["c"]
print(list(fileinput.input()), list(fileinput.FileInput("c", mode="rb")))
with fileinput.FileInput("a", openhook=fileinput.hook_encoded("utf-8")) as one:
    print(repr(one.readline()), one.fileno() > 2)
for broken in (lambda: fileinput.FileInput(mode="w"), lambda: fileinput.FileInput(openhook=1), lambda: fileinput.FileInput(inplace=1, openhook=print),
               lambda: list(fileinput.FileInput("missing"))):
    try:
        broken()
    except Exception as error:
        print(type(error).__name__, error)
fileinput.close()
try:
    fileinput.lineno()
except RuntimeError as error:
    print(error)
