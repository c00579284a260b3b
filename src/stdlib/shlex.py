"""Words of simple languages such as the shell's: quotes, escapes, comments.

>>> split("cp 'my file' /tmp")
['cp', 'my file', '/tmp']
"""

__all__ = ["shlex", "split", "quote", "join"]

import sys
from collections import deque
from io import StringIO


class shlex:
    """Gives the words of a text or file, one by one."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = infile if instream is not None else None
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if not punctuation_chars:
            punctuation_chars = ""
        elif punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars += "~-./*?="
            self.wordchars = "".join(char for char in self.wordchars
                                     if char not in punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Puts a word back."""
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads from another text first."""
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = newstream
        self.lineno = 1

    def pop_source(self):
        """Goes back to the text before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "

    def get_token(self):
        """The next word; `eof` at the end."""
        if self.pushback:
            return self.pushback.popleft()
        word = self.read_token()
        if self.source is not None:
            while word == self.source:
                spec = self.sourcehook(self.read_token())
                if spec:
                    newfile, newstream = spec
                    self.push_source(newstream, newfile)
                word = self.get_token()
        while word == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            word = self.get_token()
        return word

    def sourcehook(self, newfile):
        """Opens the file that a source request names."""
        import os
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile)

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        char = self.instream.read(1)
        if char == "\n":
            self.lineno += 1
        return char

    def read_token(self):
        """Reads a word. The state is " " between words, "a" in one, "c" in punctuation, a quote
        or an escape inside of these, None at the end."""
        quoted = False
        escaped_state = " "
        while True:
            char = self._next_char()
            state = self.state
            if state is None:
                self.token = ""
                break
            if state == " ":
                if not char:
                    self.state = None
                    break
                if char in self.whitespace:
                    if self.token or self.posix and quoted:
                        break
                    continue
                if char in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and char in self.escape:
                    escaped_state = "a"
                    self.state = char
                elif char in self.wordchars:
                    self.token = char
                    self.state = "a"
                elif char in self._punctuation_chars:
                    self.token = char
                    self.state = "c"
                elif char in self.quotes:
                    if not self.posix:
                        self.token = char
                    self.state = char
                elif self.whitespace_split:
                    self.token = char
                    self.state = "a"
                else:
                    self.token = char
                    if self.token or self.posix and quoted:
                        break
            elif state in self.quotes:
                quoted = True
                if not char:
                    raise ValueError("No closing quotation")
                if char == state:
                    if not self.posix:
                        self.token += char
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and char in self.escape and state in self.escapedquotes:
                    escaped_state = state
                    self.state = char
                else:
                    self.token += char
            elif state in self.escape:
                if not char:
                    raise ValueError("No escaped character")
                if (escaped_state in self.quotes and char != state and char != escaped_state):
                    self.token += state
                self.token += char
                self.state = escaped_state
            elif self._in_word(char, quoted):
                if self.state in self.escape and self.state not in ("a", "c"):
                    escaped_state = "a"
            elif self.token or self.posix and quoted or self.state is None:
                break
        result = self.token
        self.token = ""
        if self.posix and not quoted and result == "":
            result = None
        return result

    def _in_word(self, char, quoted):
        """Takes a character of a word or punctuation; False where that ends."""
        if not char:
            self.state = None
            return False
        if char in self.whitespace:
            self.state = " "
            return False
        if char in self.commenters:
            self.instream.readline()
            self.lineno += 1
            if self.posix:
                self.state = " "
                return False
            return True
        if self.state == "c":
            if char in self._punctuation_chars:
                self.token += char
                return True
            if char not in self.whitespace:
                self._pushback_chars.append(char)
            self.state = " "
            return False
        if self.posix and char in self.quotes:
            self.state = char
            return True
        if self.posix and char in self.escape:
            self.state = char
            return True
        if (char in self.wordchars or char in self.quotes
                or self.whitespace_split and char not in self._punctuation_chars):
            self.token += char
            return True
        if self._punctuation_chars:
            self._pushback_chars.append(char)
        else:
            self.pushback.appendleft(char)
        self.state = " "
        return False

    def error_leader(self, infile=None, lineno=None):
        """The beginning of an error message, in the way of C compilers."""
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        word = self.get_token()
        if word == self.eof:
            raise StopIteration
        return word


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def join(split_command):
    """The command line of words."""
    return " ".join(quote(word) for word in split_command)


_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    """A word in quotes if the shell needs them."""
    if not s:
        return "''"
    if _SAFE.issuperset(s):
        return s
    # A single quote can't be inside of single quotes.
    return "'" + s.replace("'", "'\"'\"'") + "'"
