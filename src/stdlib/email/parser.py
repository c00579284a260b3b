"""Reading messages."""

from email import errors
from email.message import Message

__all__ = ["BytesHeaderParser", "BytesParser", "HeaderParser", "Parser"]


class Parser:
    """Reads messages from text."""

    def __init__(self, _class=None, *, policy=None):
        self._class = Message if _class is None else _class
        self.policy = policy

    def parse(self, fp, headersonly=False):
        """The message in a file."""
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        """The message that a text is."""
        message = self._class()
        lines = text.splitlines(keepends=True)
        if lines and lines[0].startswith("From "):
            message.set_unixfrom(lines[0].rstrip("\r\n"))
            del lines[0]
        body = self._headers(message, lines)
        rest = "".join(lines[body:])
        if headersonly:
            message.set_payload(rest)
            return message
        if message.get_content_maintype() == "multipart":
            self._parts(message, lines[body:], rest)
        elif message.get_content_type() == "message/rfc822":
            message.set_payload([self.__class__.parsestr(self, rest)])
        else:
            message.set_payload(rest)
        return message

    def _headers(self, message, lines):
        """Reads the headers; the number of the first line of the body."""
        for at, line in enumerate(lines):
            text = line.rstrip("\r\n")
            if not text:
                return at + 1
            if text[0] in " \t":
                if not len(message):
                    message.defects.append(errors.FirstHeaderLineIsContinuationDefect(line))
                    continue
                name, value = message._headers[-1]
                message._headers[-1] = name, value + "\n" + text
                continue
            name, colon, value = text.partition(":")
            if not colon or not name or " " in name:
                message.defects.append(errors.MissingHeaderBodySeparatorDefect())
                return at
            message.set_raw(name, value.lstrip(" \t"))
        return len(lines)

    def _parts(self, message, lines, text):
        """Reads the parts that the boundary separates."""
        boundary = message.get_boundary()
        if boundary is None:
            message.defects.append(errors.NoBoundaryInMultipartDefect())
            message.set_payload(text)
            return
        between, end = "--" + boundary, "--" + boundary + "--"
        sections = [[]]
        closed = False
        for at, line in enumerate(lines):
            mark = line.rstrip()
            if mark == end:
                closed = True
                message.epilogue = "".join(lines[at + 1:])
                break
            if mark == between:
                sections.append([])
            else:
                sections[-1].append(line)
        if len(sections) == 1:
            message.defects.append(errors.StartBoundaryNotFoundDefect())
            message.set_payload(text)
            return
        if not closed:
            message.defects.append(errors.CloseBoundaryNotFoundDefect())
        preamble = _without_end("".join(sections[0]))
        message.preamble = preamble or None
        message._payload = []
        for section in sections[1:]:
            part = self.__class__(self._class).parsestr(_without_end("".join(section)))
            message.attach(part)


def _without_end(text):
    """A text without its last newline, which belongs to the boundary."""
    return text.removesuffix("\n").removesuffix("\r")


class HeaderParser(Parser):
    """Reads the headers; the payload is the rest as text."""

    def parse(self, fp, headersonly=True):
        return Parser.parse(self, fp, True)

    def parsestr(self, text, headersonly=True):
        return Parser.parsestr(self, text, True)


class BytesParser:
    """Reads messages from bytes."""

    _kind = Parser

    def __init__(self, *args, **kw):
        self.parser = self._kind(*args, **kw)

    def parse(self, fp, headersonly=False):
        """The message in a binary file."""
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        """The message that bytes are."""
        return self.parser.parsestr(text.decode("ascii", "surrogateescape"), headersonly)


class BytesHeaderParser(BytesParser):
    """Reads the headers from bytes."""

    _kind = HeaderParser
