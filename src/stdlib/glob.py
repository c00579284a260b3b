"""Files whose paths match a pattern: *, ? and [] as in fnmatch, ** for any folders."""

import contextlib
import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern, as a list.

    With recursive, ** stands for any number of folders. Names with a dot in
    front need one in the pattern too, unless include_hidden is true.
    """
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """As glob(), one by one."""
    if dir_fd is not None:
        raise NotImplementedError("glob: dir_fd is not supported")
    root_dir = pathname[:0] if root_dir is None else os.fspath(root_dir)
    found = _iglob(pathname, root_dir, recursive, False, include_hidden)
    if not pathname or recursive and _isrecursive(pathname[:2]):
        # The folder itself comes first, as an empty path.
        try:
            first = next(found)
        except StopIteration:
            return iter(())
        if first:
            from itertools import chain
            found = chain((first,), found)
    return found


def _iglob(pathname, root_dir, recursive, dironly, include_hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if _lexists(_join(root_dir, pathname)):
                yield pathname
        elif os.path.isdir(_join(root_dir, dirname)):
            yield pathname
        return
    if not dirname:
        if recursive and _isrecursive(basename):
            yield from _all_below(root_dir, basename, dironly, include_hidden)
        else:
            yield from _matching(root_dir, basename, dironly, include_hidden)
        return
    # os.path.split() gives "/" and "//" back, which would go on forever.
    if dirname != pathname and has_magic(dirname):
        folders = _iglob(dirname, root_dir, recursive, True, include_hidden)
    else:
        folders = [dirname]
    for folder in folders:
        below = _join(root_dir, folder)
        if not has_magic(basename):
            names = _one_name(below, basename)
        elif recursive and _isrecursive(basename):
            names = _all_below(below, basename, dironly, include_hidden)
        else:
            names = _matching(below, basename, dironly, include_hidden)
        for name in names:
            yield os.path.join(folder, name)


def _matching(folder, pattern, dironly, include_hidden):
    names = _listdir(folder, dironly)
    if not (include_hidden or _ishidden(pattern)):
        names = (name for name in names if not _ishidden(name))
    return fnmatch.filter(names, pattern)


def _one_name(folder, name):
    if not name:
        # The pattern ends with a slash.
        return [name] if os.path.isdir(folder) else []
    return [name] if _lexists(_join(folder, name)) else []


def _all_below(folder, pattern, dironly, include_hidden):
    if not folder or os.path.isdir(folder):
        yield pattern[:0]
        yield from _rlistdir(folder, dironly, include_hidden)


def _rlistdir(folder, dironly, include_hidden):
    for name in _listdir(folder, dironly):
        if include_hidden or not _ishidden(name):
            yield name
            for below in _rlistdir(_join(folder, name), dironly, include_hidden):
                yield _join(name, below)


def _listdir(folder, dironly):
    """The names in a folder; those of folders alone if dironly."""
    where = folder or (os.curdir if isinstance(folder, str) else os.fsencode(os.curdir))
    names = []
    try:
        with contextlib.closing(os.scandir(where)) as entries:
            for entry in entries:
                try:
                    if not dironly or entry.is_dir():
                        names.append(entry.name)
                except OSError:
                    pass
    except OSError:
        pass
    return names


def _lexists(path):
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _join(folder, name):
    if not folder or not name:
        return folder or name
    return os.path.join(folder, name)


magic_check = re.compile("([*?[])")
magic_check_bytes = re.compile(b"([*?[])")


def has_magic(s):
    """Is there anything in it that makes it a pattern?"""
    check = magic_check_bytes if isinstance(s, bytes) else magic_check
    return check.search(s) is not None


def _ishidden(path):
    return path[0] in (".", b"."[0])


def _isrecursive(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def escape(pathname):
    """A pattern that matches just this path."""
    drive, pathname = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        return drive + magic_check_bytes.sub(br"[\1]", pathname)
    return drive + magic_check.sub(r"[\1]", pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression for whole paths that a pattern means."""
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = "".join(map(re.escape, seps))
    any_sep = f"[{escaped}]" if len(seps) > 1 else escaped
    not_sep = f"[^{escaped}]"
    if include_hidden:
        one_last = f"{not_sep}+"
        one_folder = f"{one_last}{any_sep}"
        any_folders = f"(?:.+{any_sep})?"
        any_last = ".*"
    else:
        one_last = f"[^{escaped}.]{not_sep}*"
        one_folder = f"{one_last}{any_sep}"
        any_folders = f"(?:{one_folder})*"
        any_last = f"{any_folders}(?:{one_last})?"
    result = []
    parts = re.split(any_sep, pat)
    last = len(parts) - 1
    for i, part in enumerate(parts):
        if part == "*":
            result.append(one_folder if i < last else one_last)
        elif recursive and part == "**":
            if i < last:
                if parts[i + 1] != "**":
                    result.append(any_folders)
            else:
                result.append(any_last)
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    result.append(r"(?!\.)")
                result.extend(fnmatch._parts(part, f"{not_sep}*", not_sep))
            if i < last:
                result.append(any_sep)
    return rf"(?s:{''.join(result)})\Z"
