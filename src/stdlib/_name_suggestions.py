"""The name that was most likely meant, for "Did you mean: ...?"."""

_MAX_CANDIDATES = 750
_MAX_LENGTH = 40
_MOVE_COST = 2
_CASE_COST = 1


def suggestion_for(error, tb, wrong_name):
    """What to suggest for the name that a NameError, AttributeError or ImportError is about."""
    if not isinstance(wrong_name, str) or not wrong_name:
        return None
    try:
        if isinstance(error, NameError):
            frame = _last_frame(tb)
            if frame is None:
                return None
            owner = frame.f_locals.get("self")
            if owner is not None and _has(owner, wrong_name):
                return f"self.{wrong_name}"
            names = [*frame.f_locals, *frame.f_globals, *frame.f_builtins]
        else:
            if isinstance(error, AttributeError):
                names = dir(error.obj)
                inside = _is_own_method(error.obj, tb)
            else:
                names = dir(__import__(error.name))
                inside = False
            if wrong_name[:1] != "_" and not inside:
                names = [name for name in names if name[:1] != "_"]
        names = [name for name in names if isinstance(name, str)]
    except Exception:
        return None  # a __dir__ may do anything
    return closest(wrong_name, names)


def _last_frame(tb):
    if tb is None:
        return None
    while tb.tb_next is not None:
        tb = tb.tb_next
    return tb.tb_frame


def _has(obj, name):
    try:
        return hasattr(obj, name)
    except Exception:
        return False


def _is_own_method(obj, tb):
    """Is the error from a method of obj, which may well mean a private name?"""
    frame = _last_frame(tb)
    return frame is not None and "self" in frame.f_locals and frame.f_locals["self"] is obj


def closest(wrong_name, names):
    """The one of names that is most like wrong_name; None if none is like it."""
    try:
        from _suggestions import _generate_suggestions
    except ImportError:
        pass
    else:
        return _generate_suggestions(names, wrong_name)
    length = len(wrong_name)
    if len(names) > _MAX_CANDIDATES or length > _MAX_LENGTH:
        return None
    best = None
    best_distance = 1 << 60
    for name in names:
        if name == wrong_name:
            continue
        # About a third of the characters may differ.
        limit = min((len(name) + length + 3) * _MOVE_COST // 6, best_distance - 1)
        distance = _distance(wrong_name, name, limit)
        if distance <= limit and (best is None or distance < best_distance):
            best, best_distance = name, distance
    return best


def _substitution(a, b):
    if a == b:
        return 0
    return _CASE_COST if a.lower() == b.lower() else _MOVE_COST


def _distance(a, b, limit):
    """What turning a into b costs; some number above limit if it costs more than that."""
    if a == b:
        return 0
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return _MOVE_COST * (len(a) + len(b))
    if len(a) > _MAX_LENGTH or len(b) > _MAX_LENGTH:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * _MOVE_COST > limit:
        return limit + 1
    row = list(range(_MOVE_COST, _MOVE_COST * (len(a) + 1), _MOVE_COST))
    result = 0
    for i, char in enumerate(b):
        distance = result = i * _MOVE_COST
        minimum = limit + 1
        for j, other in enumerate(a):
            substitute = distance + _substitution(char, other)
            distance = row[j]
            result = min(substitute, min(result, distance) + _MOVE_COST)
            row[j] = result
            minimum = min(minimum, result)
        if minimum > limit:
            return limit + 1
    return result
