"""A parser of HTML that calls methods for what it finds, however untidy the text is."""

import re

from html import unescape

__all__ = ["HTMLParser"]

# Elements whose contents are text up to their end tags.
_TEXT_ELEMENTS = ("script", "style")

interesting_normal = re.compile("[&<]")
incomplete = re.compile("&[a-zA-Z#]")
entityref = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
charref = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
starttagopen = re.compile("<[a-zA-Z]")
piclose = re.compile(">")
commentclose = re.compile(r"--\s*>")
tagfind_tolerant = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
attrfind_tolerant = re.compile(
    r"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*")
locatestarttagend_tolerant = re.compile(r"""
    <[a-zA-Z][^\t\n\r\f />\x00]*            # the name
    (?:[\s/]*                               # what separates attributes
      (?:(?<=['"\s/])[^\s/>][^\s/=>]*       # an attribute's name
        (?:\s*=+\s*                         # its value
          (?:'[^']*' | "[^"]*" | (?!['"])[^>\s]*)
          \s*
        )?(?:\s|/(?!>))*
      )*
    )?
    \s*
""", re.VERBOSE)
endendtag = re.compile(">")
endtagfind = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_declaration_name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*")


class HTMLParser:
    """Feed it text; it calls handle_starttag() and the like, which subclasses define."""

    CDATA_CONTENT_ELEMENTS = _TEXT_ELEMENTS

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets all that was fed."""
        self.rawdata = ""
        self.lasttag = "???"
        self.interesting = interesting_normal
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0
        self._starttag_text = None

    def getpos(self):
        """Line and column of what is being handled."""
        return self.lineno, self.offset

    def updatepos(self, i, j):
        """Counts the text between two places; returns the second."""
        if i >= j:
            return j
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
        else:
            self.offset += j - i
        return j

    def feed(self, data):
        """Handles as much of the text as is complete."""
        self.rawdata += data
        self.goahead(0)

    def close(self):
        """Handles the rest, complete or not."""
        self.goahead(1)

    def get_starttag_text(self):
        """The text of the start tag that was opened last."""
        return self._starttag_text

    def set_cdata_mode(self, elem):
        """What follows is text, up to the element's end tag."""
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.I)

    def clear_cdata_mode(self):
        self.interesting = interesting_normal
        self.cdata_elem = None

    def goahead(self, end):
        """Handles what has been fed; all of it if `end` is true."""
        at = 0
        rawdata = self.rawdata
        while at < len(rawdata):
            text_end = self._text_end(at, end)
            if text_end < 0:
                break
            if at < text_end:
                self._handle_text(rawdata[at:text_end])
            at = self.updatepos(at, text_end)
            if at == len(rawdata):
                break
            after = (self._parse_tag(at, end) if rawdata[at] == "<"
                     else self._parse_reference(at, end))
            if after < 0:
                break
            at = self.updatepos(at, after)
        if end and at < len(rawdata):
            self._handle_text(rawdata[at:])
            at = self.updatepos(at, len(rawdata))
        self.rawdata = rawdata[at:]

    def _handle_text(self, text):
        if self.convert_charrefs and not self.cdata_elem:
            text = unescape(text)
        self.handle_data(text)

    def _text_end(self, at, end):
        """Where the text that begins here ends; -1 if more must be fed to know."""
        rawdata = self.rawdata
        if self.convert_charrefs and not self.cdata_elem:
            found = rawdata.find("<", at)
            if found >= 0:
                return found
            # A character reference may go on in what comes next.
            ampersand = rawdata.rfind("&", max(at, len(rawdata) - 34))
            if ampersand >= 0 and not re.search(r"[\s;]", rawdata[ampersand:]):
                return -1
            return len(rawdata)
        found = self.interesting.search(rawdata, at)
        if found:
            return found.start()
        return -1 if self.cdata_elem else len(rawdata)

    def _parse_tag(self, at, end):
        """Handles what begins with "<"; its end, or -1 if it isn't complete."""
        rawdata = self.rawdata
        if starttagopen.match(rawdata, at):
            after = self.parse_starttag(at)
        elif rawdata.startswith("</", at):
            after = self.parse_endtag(at)
        elif rawdata.startswith("<!--", at):
            after = self.parse_comment(at)
        elif rawdata.startswith("<?", at):
            after = self.parse_pi(at)
        elif rawdata.startswith("<!", at):
            after = self.parse_html_declaration(at)
        elif at + 1 < len(rawdata) or end:
            self.handle_data("<")
            return at + 1
        else:
            return -1
        if after >= 0 or not end:
            return after
        after = rawdata.find(">", at + 1)
        if after < 0:
            after = rawdata.find("<", at + 1)
            after = at + 1 if after < 0 else after
        else:
            after += 1
        self._handle_text(rawdata[at:after])
        return after

    def _parse_reference(self, at, end):
        """Handles what begins with "&" where references aren't converted."""
        rawdata = self.rawdata
        for pattern, handle, start in ((charref, self.handle_charref, 2),
                                       (entityref, self.handle_entityref, 1)):
            found = pattern.match(rawdata, at)
            if found:
                handle(found[0][start:-1])
                after = found.end()
                return after if rawdata[after - 1] == ";" else after - 1
        if incomplete.match(rawdata, at) and re.fullmatch("&#?[a-zA-Z0-9]*", rawdata[at:]):
            if not end:
                return -1
            name = rawdata[at + 1:]
            if name.startswith("#"):
                if charref.match(rawdata[at:] + ";"):
                    self.handle_charref(name[1:])
                else:
                    self.handle_data(rawdata[at:])
            else:
                self.handle_entityref(name)
            return len(rawdata)
        if at + 1 < len(rawdata) or end:
            self.handle_data("&")
            return at + 1
        return -1

    def parse_starttag(self, i):
        """Handles a start tag; its end, or -1 if it isn't complete."""
        self._starttag_text = None
        after = self.check_for_whole_start_tag(i)
        if after < 0:
            return after
        text = self._starttag_text = self.rawdata[i:after]
        name = tagfind_tolerant.match(text, 1)
        self.lasttag = tag = name[1].lower()
        attributes = []
        at = name.end()
        while True:
            found = attrfind_tolerant.match(text, at)
            if not found:
                break
            attribute, rest, value = found.groups()
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"') and len(value) > 1:
                value = value[1:-1]
            attributes.append((attribute.lower(), unescape(value) if value else value))
            at = found.end()
        ending = text[at:].strip()
        if ending not in (">", "/>"):
            self.handle_data(text)
        elif ending == "/>":
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return after

    def check_for_whole_start_tag(self, i):
        """The end of the start tag, or -1 if it isn't complete."""
        rawdata = self.rawdata
        found = locatestarttagend_tolerant.match(rawdata, i)
        at = found.end()
        following = rawdata[at:at + 1]
        if following == ">":
            return at + 1
        if following == "/":
            if rawdata.startswith("/>", at):
                return at + 2
            if rawdata.startswith("/", at) and at + 1 == len(rawdata):
                return -1
            return at if at > i else i + 1
        if following == "" or following in "abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return -1
        return at if at > i else i + 1

    def parse_endtag(self, i):
        """Handles an end tag; its end, or -1 if it isn't complete."""
        rawdata = self.rawdata
        close = rawdata.find(">", i + 1)
        if close < 0:
            return -1
        after = close + 1
        found = endtagfind.match(rawdata, i)
        if not found:
            if self.cdata_elem is not None:
                self.handle_data(rawdata[i:after])
                return after
            name = tagfind_tolerant.match(rawdata, i + 2)
            if not name:
                if rawdata[i:i + 3] == "</>":
                    return i + 3
                return self.parse_bogus_comment(i)
            self.handle_endtag(name[1].lower())
            return rawdata.find(">", name.end()) + 1
        tag = found[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(rawdata[i:after])
            return after
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return after

    def parse_comment(self, i, report=1):
        """Handles a comment; its end, or -1 if it isn't complete."""
        found = commentclose.search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_bogus_comment(self, i, report=1):
        """Handles <!...> and </...> that are nothing else as a comment."""
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_pi(self, i):
        """Handles a processing instruction; its end, or -1 if it isn't complete."""
        found = piclose.search(self.rawdata, i + 2)
        if not found:
            return -1
        self.handle_pi(self.rawdata[i + 2:found.start()])
        return found.end()

    def parse_html_declaration(self, i):
        """Handles what begins with "<!"; its end, or -1 if it isn't complete."""
        rawdata = self.rawdata
        if rawdata.startswith("<![", i):
            return self.parse_marked_section(i)
        if rawdata[i:i + 9].lower() == "<!doctype":
            end = rawdata.find(">", i + 9)
            if end < 0:
                return -1
            self.handle_decl(rawdata[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_marked_section(self, i, report=1):
        """Handles <![...]]> and <![...]>; its end, or -1 if it isn't complete."""
        name = _declaration_name.match(self.rawdata, i + 3)
        if not name:
            return -1
        standard = name[0].strip().lower() in ("temp", "cdata", "ignore", "include", "rcdata")
        found = re.compile(r"]\s*]\s*>" if standard else r"]\s*>").search(self.rawdata, i + 3)
        if not found:
            return -1
        if report:
            self.unknown_decl(self.rawdata[i + 3:found.start()])
        return found.end()

    # What subclasses define.

    def handle_startendtag(self, tag, attrs):
        """<tag/>"""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """<tag>; attrs are pairs of names and values."""

    def handle_endtag(self, tag):
        """</tag>"""

    def handle_charref(self, name):
        """&#name;, unless references are converted."""

    def handle_entityref(self, name):
        """&name;, unless references are converted."""

    def handle_data(self, data):
        """Text."""

    def handle_comment(self, data):
        """<!--data-->"""

    def handle_decl(self, decl):
        """<!decl>"""

    def handle_pi(self, data):
        """<?data>"""

    def unknown_decl(self, data):
        """<![data]]>"""
