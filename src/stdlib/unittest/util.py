"""Small things that the other modules of unittest share."""

from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True

# How much of two values an error message shows.
_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN
                               + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    if skip > _PLACEHOLDER_LEN:
        return f"{s[:prefixlen]}[{skip} chars]{s[len(s) - suffixlen:]}"
    return s


def _common_shorten_repr(*args):
    """The reprs of values, shortened so that what differs can be seen."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = commonprefix(args)
    prefixlen = len(prefix)
    common_len = _MAX_LENGTH - (longest - prefixlen + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common_len > _MIN_COMMON_LEN:
        # What differs can stay whole.
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common_len)
        return tuple([prefix + s[prefixlen:] for s in args])
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple([prefix + _shorten(s[prefixlen:], _MIN_DIFF_LEN, _MIN_END_LEN) for s in args])


def safe_repr(obj, short=False):
    """repr(obj), or object's if that fails."""
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def sorted_list_difference(expected, actual):
    """(what is only in the first, what is only in the second) of two sorted lists."""
    i = j = 0
    missing = []
    unexpected = []
    while True:
        try:
            e = expected[i]
            a = actual[j]
            if e < a:
                missing.append(e)
                i += 1
                while expected[i] == e:
                    i += 1
            elif e > a:
                unexpected.append(a)
                j += 1
                while actual[j] == a:
                    j += 1
            else:
                i += 1
                try:
                    while expected[i] == e:
                        i += 1
                finally:
                    j += 1
                    while actual[j] == a:
                        j += 1
        except IndexError:
            missing.extend(expected[i:])
            unexpected.extend(actual[j:])
            return missing, unexpected


def unorderable_list_difference(expected, actual):
    """The same for items in no order; both lists are used up."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    """-1, 0 or 1, as x is less than, equal to or greater than y."""
    return (x > y) - (x < y)


_Mismatch = namedtuple("Mismatch", "actual expected value")


def _count_diff_all_purpose(actual, expected):
    """How often each item is in either, where the numbers differ; items need only be comparable."""
    s, t = list(actual), list(expected)
    m, n = len(s), len(t)
    NULL = object()
    result = []
    for i, elem in enumerate(s):
        if elem is NULL:
            continue
        count_s = count_t = 0
        for j in range(i, m):
            if s[j] == elem:
                count_s += 1
                s[j] = NULL
        for j, other in enumerate(t):
            if other == elem:
                count_t += 1
                t[j] = NULL
        if count_s != count_t:
            result.append(_Mismatch(count_s, count_t, elem))
    for i, elem in enumerate(t):
        if elem is NULL:
            continue
        count_t = 0
        for j in range(i, n):
            if t[j] == elem:
                count_t += 1
                t[j] = NULL
        result.append(_Mismatch(0, count_t, elem))
    return result


def _count_diff_hashable(actual, expected):
    """The same for items that can be hashed."""
    s, t = Counter(actual), Counter(expected)
    result = [_Mismatch(n, t.get(elem, 0), elem) for elem, n in s.items()
              if n != t.get(elem, 0)]
    result += [_Mismatch(0, n, elem) for elem, n in t.items() if elem not in s]
    return result
