"""Files named like modules of the library: those that are built in or frozen come first, others are stood in for."""
import os
import sys

folder = os.environ["SCRATCH"]
names = ["abc", "codecs", "io", "posixpath", "stat", "site", "zipimport", "pwd", "time", "itertools",
         "colorsys", "sched", "shlex"]
for name in names:
    with open(os.path.join(folder, name + ".py"), "w") as file:
        file.write("mine = True\n")
sys.path.insert(0, folder)
for name in names:
    print(name, hasattr(__import__(name), "mine"))
