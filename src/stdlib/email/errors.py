"""What goes wrong with messages. Defects are collected, not raised."""


class MessageError(Exception):
    """The base of the others."""


class MessageParseError(MessageError):
    """A message can't be read."""


class HeaderParseError(MessageParseError):
    """A header can't be read."""


class BoundaryError(MessageParseError):
    """The end of a part is missing."""


class MultipartConversionError(MessageError, TypeError):
    """A message can't become one of several parts."""


class CharsetError(MessageError):
    """A character set is wrong."""


class HeaderWriteError(MessageError):
    """A header can't be written."""


class MessageDefect(ValueError):
    """Something in a message that isn't as it should be."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A message of several parts doesn't say what is between them."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """What is between parts is nowhere to be found."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The end of the last part is missing."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first line continues a header that isn't there."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """A line among the headers is none."""


class MultipartInvariantViolationDefect(MessageDefect):
    """A message of several parts has none."""


class InvalidBase64PaddingDefect(MessageDefect):
    """The end of base64 text is wrong."""


class InvalidBase64CharactersDefect(MessageDefect):
    """Base64 text has other characters."""
