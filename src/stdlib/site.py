"""What the interpreter knows of installed packages: there are none beside the program."""

import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def getsitepackages(prefixes=None):
    """The folders of installed packages."""
    version = "python%d.%d" % sys.version_info[:2]
    found = []
    for prefix in PREFIXES if prefixes is None else prefixes:
        folder = os.path.join(prefix, "lib", version, "site-packages")
        if prefix and folder not in found:
            found.append(folder)
    return found


def getuserbase():
    """The folder of what a user has installed."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.expanduser("~/.local")
    return USER_BASE


def getusersitepackages():
    """The folder of the packages that a user has installed."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = os.path.join(getuserbase(), "lib", "python%d.%d" % sys.version_info[:2],
                                 "site-packages")
    return USER_SITE


def addsitedir(sitedir, known_paths=None):
    """Let modules be found in a folder, too."""
    sitedir = os.path.abspath(sitedir)
    if sitedir not in sys.path and os.path.exists(sitedir):
        sys.path.append(sitedir)
    return known_paths


def main():
    """Nothing is left to be done."""
