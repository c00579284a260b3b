"""Wrapping text to a width, and taking off or adding what lines start with."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

# The white space of ASCII: a no-break space doesn't part words.
_whitespace = "\t\n\x0b\x0c\r "


class _LazyPattern:
    """A class attribute that becomes a compiled regular expression when it is looked at."""

    def __init__(self, source):
        self.source = source
        self.pattern = None

    def __get__(self, instance, owner=None):
        if self.pattern is None:
            import re
            self.pattern = re.compile(self.source)
        return self.pattern


_SPACE = r"[\t\n\x0b\x0c\r ]"
_NO_SPACE = r"[^\t\n\x0b\x0c\r ]"
_LETTER = r"[^\d\W]"
_IN_WORD = r"""[\w!"'&.,?]"""


class TextWrapper:
    """Wraps paragraphs; each option is an attribute, to be changed between calls.

    width: the most characters of a line; initial_indent, subsequent_indent: what
    the first and the other lines start with; expand_tabs, tabsize: turn tabs
    into spaces; replace_whitespace: turn every white space into a space;
    fix_sentence_endings: two spaces between sentences; drop_whitespace: none at
    the ends of lines; break_long_words: those longer than a line;
    break_on_hyphens: lines may end after hyphens; max_lines: how many lines at
    most, the last one with placeholder if text is left out.
    """

    # Chunks are white space, dashes between words, and words or parts of
    # them up to a hyphen: "use", " ", "a", " ", "half-", "moon", "--", "or".
    wordsep_re = _LazyPattern(
        f"({_SPACE}+"
        f"|(?<={_IN_WORD})-{{2,}}(?=\\w)"
        f"|{_NO_SPACE}+?(?:"
        f"-(?:(?<={_LETTER}{_LETTER}-)|(?<={_LETTER}-{_LETTER}-))(?={_LETTER}-?{_LETTER})"
        f"|(?={_SPACE}|\\Z)"
        f"|(?<={_IN_WORD})(?=-{{2,}}\\w)))")
    # For break_on_hyphens=False.
    wordsep_simple_re = _LazyPattern(f"({_SPACE}+)")
    # A lower-case letter, what ends a sentence, perhaps a quotation mark.
    sentence_end_re = _LazyPattern(r"[a-z][\.\!\?][\"\']?\Z")

    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(" "))

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """text in pieces that are not to be parted."""
        pattern = self.wordsep_re if self.break_on_hyphens else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        """Make the space after the end of a sentence two."""
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " " and self.sentence_end_re.search(chunks[i]):
                chunks[i + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Put the start of a word that is too long for any line on this one."""
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            chunk = reversed_chunks[-1]
            end = space_left
            if self.break_on_hyphens and len(chunk) > space_left:
                # After a hyphen, if there is something other than hyphens before.
                hyphen = chunk.rfind("-", 0, space_left)
                if hyphen > 0 and any(char != "-" for char in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            # It is to stay whole, and won't find more room on the next line.
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        """Put chunks together to lines."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()  # taking the last one is quick
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                del chunks[-1]
            line = []
            length = 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (length <= width
                        and (not chunks or (self.drop_whitespace and len(chunks) == 1
                                            and not chunks[0].strip())))):
                lines.append(indent + "".join(line))
            else:
                self._finish_with_placeholder(lines, line, length, width, indent)
                break
        return lines

    def _finish_with_placeholder(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            # There may be room at the end of the line before.
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines, without line ends, that a paragraph is wrapped into."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The wrapped paragraph as one string."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines that a paragraph is wrapped into; options are those of TextWrapper.

    >>> wrap("spam and eggs", width=8)
    ['spam and', 'eggs']
    """
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph wrapped, as one string; options are those of TextWrapper."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """text on one line, cut at a word's end with a placeholder if it is too long.

    >>> shorten("Hello  world!", width=11), shorten("Hello world!", width=11, placeholder="..")
    ('Hello [...]', 'Hello..')
    """
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """text without the white space that all of its lines start with.

    Lines of nothing but spaces and tabs become empty and don't count.
    """
    if not issubclass(type(text), str):
        import re
        re.sub(" ", "", text)  # raises what is to be said of that
    lines = str.split(text, "\n")
    margin = None
    for i, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[i] = ""
            continue
        own = line[:len(line) - len(content)]
        if margin is None:
            margin = own
        elif not own.startswith(margin):
            common = 0
            for ours, theirs in zip(margin, own):
                if ours != theirs:
                    break
                common += 1
            margin = margin[:common]
    if margin:
        cut = len(margin)
        lines = [line[cut:] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """text with prefix in front of the lines that predicate takes: all but blank ones if None."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line
                    for line in text.splitlines(True)])
