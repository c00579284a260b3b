"""Where tracebacks change from ~ to ^ below a piece of source.

In `a.b[c] + d` it is the operator that failed, in `a.b[c]` the subscription,
in `f(x)` the call: its last part is marked by ^. The source is looked at
token by token, which is enough to find that part.
"""

_OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_OPENING.values())
_OPERATORS = ("**=", "//=", ">>=", "<<=", "...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=",
              "->", ":=", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=")

# How tightly the binary operators bind.
_POWER = 9
_PRECEDENCE = {
    "|": 2, "^": 3, "&": 4, "<<": 5, ">>": 5, "+": 6, "-": 6, "*": 7, "@": 7, "/": 7,
    "//": 7, "%": 7, "**": _POWER,
}
# With one of these at its top it is no expression that has a part to be marked.
_LOOSE_WORDS = frozenset({
    "and", "as", "assert", "async", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"})
_LOOSE_OPERATORS = frozenset({
    "<", ">", "<=", ">=", "==", "!=", ":=", ",", ":", "=", ";", "+=", "-=", "*=", "/=", "//=",
    "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**="})


def tokens(source):
    """(kind, text, start, end) of each token; None when the source can't be understood.

    Kinds are "name", "number", "string" and "op".
    """
    result = []
    i, n = 0, len(source)
    while i < n:
        c = source[i]
        if c.isspace() or c == "\\":
            i += 1
        elif c == "#":
            i = _end_of(source, "\n", i)
        elif c.isidentifier():
            start = i
            while i < n and (source[i] == "_" or source[i].isalnum()):
                i += 1
            word = source[start:i]
            if i < n and source[i] in "'\"" and len(word) <= 2 and word.lower() in _PREFIXES:
                i = _string_end(source, i, "f" in word.lower(), "r" in word.lower())
                if i is None:
                    return None
                result.append(("string", source[start:i], start, i))
            else:
                result.append(("name", word, start, i))
        elif c in "'\"":
            start = i
            i = _string_end(source, i, False, False)
            if i is None:
                return None
            result.append(("string", source[start:i], start, i))
        elif c.isdigit() or (c == "." and source[i + 1:i + 2].isdigit()):
            start = i
            i = _number_end(source, i)
            result.append(("number", source[start:i], start, i))
        else:
            for op in _OPERATORS:
                if source.startswith(op, i):
                    break
            else:
                op = c
            result.append(("op", op, i, i + len(op)))
            i += len(op)
    return result


_PREFIXES = frozenset({"r", "b", "u", "f", "rb", "br", "rf", "fr"})


def _end_of(source, what, start):
    end = source.find(what, start)
    return len(source) if end < 0 else end


def _number_end(source, i):
    n = len(source)
    while i < n and (source[i].isalnum() or source[i] in "._" or (
            source[i] in "+-" and source[i - 1] in "eE"
            and source[i + 1:i + 2].isdigit())):
        i += 1
    return i


def _string_end(source, i, formatted, raw):
    """The index after the string literal whose quote is at i; None if it has no end."""
    quote = source[i]
    if source.startswith(quote * 3, i):
        quote *= 3
    i += len(quote)
    n = len(source)
    depth = 0  # of replacement fields
    while i < n:
        c = source[i]
        if depth == 0 and source.startswith(quote, i):
            return i + len(quote)
        if c == "\\":
            i += 2
        elif formatted and c == "{":
            if depth == 0 and source.startswith("{{", i):
                i += 2
            else:
                depth += 1
                i += 1
        elif formatted and c == "}" and depth:
            depth -= 1
            i += 1
        elif depth and c in "'\"":
            i = _string_end(source, i, True, raw)
            if i is None:
                return None
        else:
            i += 1
    return None


def _pairs(toks):
    """For each bracket's index that of its partner; None if they don't match."""
    partner = {}
    stack = []
    for index, (kind, text, _, _) in enumerate(toks):
        if kind != "op":
            continue
        if text in _OPENING:
            stack.append(index)
        elif text in _CLOSING:
            if not stack or _OPENING[toks[stack[-1]][1]] != text:
                return None
            opened = stack.pop()
            partner[opened] = index
            partner[index] = opened
    return None if stack else partner


def root(source):
    """The part of an expression to be marked: (kind, start, end).

    kind is what the expression is: "operator", "subscript" or "call". None for
    all others, and for what isn't an expression.
    """
    toks = tokens(source)
    partner = _pairs(toks) if toks else None
    if partner is None:
        return None
    first, last = 0, len(toks) - 1
    while toks[first][1] == "(" and partner[first] == last:
        first, last = first + 1, last - 1  # parentheses around it all
        if first > last:
            return None
    operator = _loosest_operator(toks, partner, first, last)
    if operator is False or toks[first][1] == "await" and operator is None:
        return None
    if operator is not None and (
            toks[operator][1] != "**" or toks[first][1] not in ("+", "-", "~")):
        _, text, start, end = toks[operator]
        if len(text) == 1 and _is_group(toks, partner, operator + 1, last) \
                and toks[operator + 1][2] == end:
            end += 1  # as CPython does, which looks past the parenthesis
        return "operator", start, end
    opening = partner.get(last, first)
    if opening <= first or toks[first][1] in ("+", "-", "~"):
        return None
    kind = {")": "call", "]": "subscript"}.get(toks[last][1])
    return kind and (kind, toks[opening][2], toks[last][3])


def _loosest_operator(toks, partner, first, last):
    """The index of the binary operator on top; None without one, False if it is no such."""
    best = None
    loosest = _POWER + 1
    operand_next = True
    index = first
    while index <= last:
        kind, text, _, _ = toks[index]
        if kind == "name" and text in _LOOSE_WORDS or kind == "op" and text in _LOOSE_OPERATORS:
            return False
        if kind == "op" and text in _PRECEDENCE and not operand_next:
            level = _PRECEDENCE[text]
            # Of several alike the last is on top, but of ** the first.
            if level < loosest or (level == loosest != _POWER):
                best, loosest = index, level
            operand_next = True
        elif kind == "op" and operand_next and text in ("*", "**"):
            return False
        elif kind == "op" and text in _OPENING:
            index = partner[index]
            operand_next = False
        else:
            operand_next = kind == "op" and text in ("+", "-", "~") or text == "await"
        index += 1
    return best


def _is_group(toks, partner, first, last):
    """Is it an expression in parentheses, and not a tuple or a generator?"""
    if first > last or toks[first][1] != "(" or partner[first] != last or first + 1 == last:
        return False
    index = first + 1
    while index < last:
        if toks[index][1] in (",", "for", "async"):
            return False
        index = partner[index] + 1 if toks[index][1] in _OPENING else index + 1
    return True


def anchors(source):
    """The same part as (first line, column, last line, column), lines from 0; or None."""
    found = root(source)
    if found is None:
        return None
    _, start, end = found
    return (*_position(source, start), *_position(source, end))


def _position(source, offset):
    line = source.count("\n", 0, offset)
    return line, offset - (source.rfind("\n", 0, offset) + 1)


def is_plain_call(lines, start, end):
    """Does a call from column start to the end of lines make up a statement?

    `return name(...)` and `name = call(...)` do; there is nothing to mark then.
    """
    source = "\n".join(lines)
    stop = len(source) - (len(lines[-1]) - end)
    call = source[start:stop]
    found = root(call)
    before, after = tokens(source[:start]), tokens(source[stop:])
    if not found or found[0] != "call" or not before or after is None:
        return False
    before = [text for _, text, _, _ in before]
    after = [text for _, text, _, _ in after]
    while before and after and before[-1] == "(" and after[0] == ")":
        before.pop()
        after.pop(0)
    if after and after[0] != ";":
        return False
    if before == ["return"]:
        return call[:found[1]].strip(" ()").isidentifier()
    if not before or before.pop() != "=":
        return False
    while len(before) > 2 and before[0] == "(" and before[-1] == ")":
        before = before[1:-1]
    return len(before) == 1 and before[0].isidentifier()
