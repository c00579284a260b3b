"""File names matched as by the shell: * any characters, ? one, [abc] one of these, [!abc] none."""

import functools
import os
import posixpath
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Does a name match a pattern, by the system's rules about upper and lower case?"""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        source = bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")
    else:
        source = translate(pat)
    return re.compile(source).match


def filter(names, pat):
    """The names that match a pattern, as a list."""
    match = _compile_pattern(os.path.normcase(pat))
    if os.path is posixpath:
        return [name for name in names if match(name)]
    return [name for name in names if match(os.path.normcase(name))]


def fnmatchcase(name, pat):
    """Does a name match a pattern? Upper and lower case are different."""
    return _compile_pattern(pat)(name) is not None


_STAR = object()


def translate(pat):
    """The regular expression that a pattern means."""
    parts = _parts(pat, _STAR, ".")
    # What stands between two stars is looked for at its first place only: a
    # later one could not match where this doesn't.
    i = 0
    result = []
    while i < len(parts) and parts[i] is not _STAR:
        result.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1
        if i == len(parts):
            result.append(".*")
            break
        fixed = []
        while i < len(parts) and parts[i] is not _STAR:
            fixed.append(parts[i])
            i += 1
        fixed = "".join(fixed)
        if i == len(parts):
            result += ".*", fixed
        else:
            result.append(f"(?>.*?{fixed})")
    return rf"(?s:{''.join(result)})\Z"


def _parts(pat, star, question_mark):
    """The pattern piece by piece, each translated; several stars in a row are one."""
    result = []
    i, n = 0, len(pat)
    while i < n:
        char = pat[i]
        i += 1
        if char == "*":
            if not result or result[-1] is not star:
                result.append(star)
        elif char == "?":
            result.append(question_mark)
        elif char == "[":
            end = i
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                result.append("\\[")
            else:
                result.append(_character_set(pat, i, end))
                i = end + 1
        else:
            result.append(re.escape(char))
    return result


def _character_set(pat, start, end):
    text = pat[start:end]
    if "-" not in text:
        text = text.replace("\\", r"\\")
    else:
        chunks = []
        k = start + 2 if pat[start] == "!" else start + 1
        while True:
            k = pat.find("-", k, end)
            if k < 0:
                break
            chunks.append(pat[start:k])
            start = k + 1
            k += 3
        chunk = pat[start:end]
        if chunk:
            chunks.append(chunk)
        else:
            chunks[-1] += "-"
        # Ranges that go backwards are empty.
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        text = "-".join([chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks])
    # These will mean something in regular expressions some day.
    text = re.sub(r"([&~|])", r"\\\1", text)
    if not text:
        return "(?!)"  # nothing
    if text == "!":
        return "."     # everything
    if text[0] == "!":
        text = "^" + text[1:]
    elif text[0] in ("^", "["):
        text = "\\" + text
    return f"[{text}]"
