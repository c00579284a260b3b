"""Comparing files and folders."""

import os
import stat
from itertools import filterfalse
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

BUFSIZE = 8 * 1024

DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

# Comparisons made before, by names and signatures.
_cache = {}


def clear_cache():
    """Forgets the comparisons made before."""
    _cache.clear()


def cmp(f1, f2, shallow=True):
    """Whether two files are the same; shallow, if type, size and time are, they are."""
    first, second = _sig(os.stat(f1)), _sig(os.stat(f2))
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = f1, f2, first, second
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = _same_contents(f1, f2)
    return _cache[key]


def _sig(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def _same_contents(f1, f2):
    with open(f1, "rb") as first, open(f2, "rb") as second:
        while True:
            block = first.read(BUFSIZE)
            if block != second.read(BUFSIZE):
                return False
            if not block:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Of these names in both folders: those that are the same, differ, can't be compared."""
    result = [], [], []
    for name in common:
        try:
            same = bool(cmp(os.path.join(a, name), os.path.join(b, name), shallow))
        except (OSError, ValueError):
            result[2].append(name)
        else:
            result[not same].append(name)
    return result


class dircmp:
    """Two folders, compared: the attributes are computed when they are asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def phase0(self):
        """Lists both folders."""
        hidden = self.hide + self.ignore

        def names(folder):
            return sorted(name for name in os.listdir(folder) if name not in hidden)

        self.left_list = names(self.left)
        self.right_list = names(self.right)

    def phase1(self):
        """Finds the names that are in both, or in one only."""
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [left[name] for name in left if name in right]
        self.left_only = [left[name] for name in filterfalse(right.__contains__, left)]
        self.right_only = [right[name] for name in filterfalse(left.__contains__, right)]

    def phase2(self):
        """Tells folders, files and what is something else on one side."""
        self.common_dirs = []
        self.common_files = []
        self.common_funny = []
        for name in self.common:
            try:
                left, right = (stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode)
                               for folder in (self.left, self.right))
            except (OSError, ValueError):
                self.common_funny.append(name)
                continue
            if left != right or left not in (stat.S_IFDIR, stat.S_IFREG):
                self.common_funny.append(name)
            elif left == stat.S_IFDIR:
                self.common_dirs.append(name)
            else:
                self.common_files.append(name)

    def phase3(self):
        """Compares the files."""
        self.same_files, self.diff_files, self.funny_files = cmpfiles(
            self.left, self.right, self.common_files, self.shallow)

    def phase4(self):
        """Makes the comparisons of the folders within."""
        self.subdirs = {
            name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name),
                                 self.ignore, self.hide, shallow=self.shallow)
            for name in self.common_dirs}

    def phase4_closure(self):
        """Makes those of all folders below."""
        self.phase4()
        for within in self.subdirs.values():
            within.phase4_closure()

    def report(self):
        """Prints how the folders differ."""
        print("diff", self.left, self.right)
        for label, names in (
                (f"Only in {self.left}", self.left_only),
                (f"Only in {self.right}", self.right_only),
                ("Identical files", self.same_files),
                ("Differing files", self.diff_files),
                ("Trouble with common files", self.funny_files),
                ("Common subdirectories", self.common_dirs),
                ("Common funny cases", self.common_funny)):
            if names:
                names.sort()
                print(label, ":", names)

    def report_partial_closure(self):
        """Prints how they and the folders in them differ."""
        self.report()
        for within in self.subdirs.values():
            print()
            within.report()

    def report_full_closure(self):
        """Prints how they and all folders below differ."""
        self.report()
        for within in self.subdirs.values():
            print()
            within.report_full_closure()

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3,
                     common_dirs=phase2, common_files=phase2, common_funny=phase2,
                     common=phase1, left_only=phase1, right_only=phase1,
                     left_list=phase0, right_list=phase0)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    __class_getitem__ = classmethod(GenericAlias)


def demo():
    """Compares the two folders that the command line names; -r goes into them."""
    import getopt
    import sys
    options, args = getopt.getopt(sys.argv[1:], "r")
    if len(args) != 2:
        raise getopt.GetoptError("need exactly two args", None)
    comparison = dircmp(args[0], args[1])
    if ("-r", "") in options:
        comparison.report_full_closure()
    else:
        comparison.report()


if __name__ == "__main__":
    demo()
