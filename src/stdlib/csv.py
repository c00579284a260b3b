"""Tables in text files: rows of fields, separated by commas or something else.

>>> with open("table.csv", newline="") as file:
...     for row in csv.reader(file):
...         print(row)
"""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS",
           "QUOTE_NOTNULL", "Error", "Dialect", "excel", "excel_tab", "field_size_limit",
           "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
_limit = 131072


class Error(Exception):
    """A table can't be read or written."""


Error.__module__ = "_csv"


def field_size_limit(new_limit=None):
    """The length that fields may have; sets another one."""
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return old


# The settings of dialects, and what they are if nobody says.
_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n",
    "quotechar": '"', "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False,
}


class _Settings:
    """The settings of a dialect, checked."""

    def __init__(self, dialect=None, **settings):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in settings:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        for name, default in _DEFAULTS.items():
            value = settings[name] if name in settings else getattr(dialect, name, default)
            setattr(self, name, value)
        if self.quotechar is None and "quoting" not in settings and not hasattr(
                dialect, "quoting"):
            self.quoting = QUOTE_NONE
        self._check()

    def _check(self):
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                kinds = "string" if name == "delimiter" else "string or None"
                raise TypeError(f'"{name}" must be {kinds}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string, '
                            f"not {type(self.lineterminator).__name__}")
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if self.quoting not in range(6):
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        for name in ("doublequote", "skipinitialspace", "strict"):
            setattr(self, name, bool(getattr(self, name)))
        special = [(name, getattr(self, name)) for name in ("delimiter", "escapechar",
                                                            "quotechar")]
        for at, (name, value) in enumerate(special):
            if value is None:
                continue
            if value in "\r\n" or value == " " and self.skipinitialspace:
                raise ValueError(f"bad {name} value")
            if value in self.lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")
            for other, used in special[at + 1:]:
                if value == used:
                    raise ValueError(f"bad {name} or {other} value")


class Dialect:
    """Settings as attributes of a class."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if type(self) is not Dialect:
            self._valid = True
        try:
            _Settings(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """What Excel writes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """Lines that end with a newline, and all fields in quotes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settings(dialect, **fmtparams)


def unregister_dialect(name):
    """Forgets a name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The dialect of that name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class reader:
    """Gives the rows of a table as lists of texts."""

    def __init__(self, iterable, dialect=None, **fmtparams):
        self._lines = iter(iterable)
        self.dialect = _Settings(dialect, **fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row = []
        self._start_field()
        self._state = "row"
        while True:
            line = next(self._lines, None)
            if line is None:
                if self._field or self._state == "quoted":
                    if self.dialect.strict:
                        raise Error("unexpected end of data")
                    self._save_field()
                    return self._row
                raise StopIteration
            if not isinstance(line, str):
                raise Error("iterator should return strings, not "
                            f"{type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            for char in line:
                self._state = getattr(self, "_in_" + self._state)(char) or self._state
            self._state = getattr(self, "_in_" + self._state)("") or self._state
            if self._state == "row":
                return self._row

    # The states: each takes a character ("" is the end of the line) and gives the next state.

    def _start_field(self):
        self._field = []
        self._numeric = False
        self._was_quoted = False

    def _add(self, char):
        if len(self._field) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._field.append(char)

    def _save_field(self):
        text = "".join(self._field)
        quoting = self.dialect.quoting
        if self._numeric:
            if text or not self._was_quoted:
                text = float(text)
        elif (not self._was_quoted and not text
              and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS)):
            text = None
        self._row.append(text)
        self._start_field()

    def _in_row(self, char):
        if char == "":
            return "row"
        if char in "\r\n":
            return "eaten"
        return self._in_start(char)

    def _in_start(self, char):
        dialect = self.dialect
        if char == "" or char in "\r\n":
            self._save_field()
            return "eaten" if char else "row"
        if char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._was_quoted = True
            return "quoted"
        if char == dialect.escapechar:
            return "escaped"
        if char == " " and dialect.skipinitialspace:
            return "start"
        if char == dialect.delimiter:
            self._save_field()
            return "start"
        if dialect.quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
            self._numeric = True
        self._add(char)
        return "field"

    def _in_escaped(self, char):
        self._add(char or "\n")
        return "field"

    def _in_field(self, char):
        dialect = self.dialect
        if char == "" or char in "\r\n":
            self._save_field()
            return "eaten" if char else "row"
        if char == dialect.escapechar:
            return "escaped"
        if char == dialect.delimiter:
            self._save_field()
            return "start"
        self._add(char)
        return "field"

    def _in_quoted(self, char):
        dialect = self.dialect
        if char == "":
            return "quoted"
        if char == dialect.escapechar:
            return "quoted_escaped"
        if char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            return "after_quote" if dialect.doublequote else "field"
        self._add(char)
        return "quoted"

    def _in_quoted_escaped(self, char):
        self._add(char or "\n")
        return "quoted"

    def _in_after_quote(self, char):
        dialect = self.dialect
        if dialect.quoting != QUOTE_NONE and char and char == dialect.quotechar:
            self._add(char)
            return "quoted"
        if char == dialect.delimiter:
            self._save_field()
            return "start"
        if char == "" or char in "\r\n":
            self._save_field()
            return "eaten" if char else "row"
        if dialect.strict:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
        self._add(char)
        return "field"

    def _in_eaten(self, char):
        if char == "":
            return "row"
        if char in "\r\n":
            return "eaten"
        raise Error("new-line character seen in unquoted field - do you need to open the file "
                    "with newline=''?")


class writer:
    """Writes rows to a file."""

    def __init__(self, fileobj, dialect=None, **fmtparams):
        try:
            self._write = fileobj.write
        except AttributeError:
            raise TypeError('argument 1 must have a "write" method') from None
        self.dialect = _Settings(dialect, **fmtparams)

    def writerow(self, row, /):
        """Writes a row."""
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        texts = []
        alone = False
        for field in fields:
            texts.append(self._text(field))
            alone = field is None or field == ""
        if len(texts) == 1 and alone and texts[0] == "":
            # An empty line would be no row.
            if self.dialect.quoting == QUOTE_NONE or (
                    field is None and self.dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            texts[0] = self.dialect.quotechar * 2
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        """Writes rows."""
        for row in rows:
            self.writerow(row)

    def _text(self, field):
        dialect = self.dialect
        quoting = dialect.quoting
        if isinstance(field, str):
            text = field
        elif field is None:
            text = ""
        else:
            text = str(field)
        quoted = (quoting == QUOTE_ALL
                  or quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float))
                  or quoting == QUOTE_STRINGS and isinstance(field, str)
                  or quoting == QUOTE_NOTNULL and field is not None)
        parts = []
        special = (dialect.delimiter, dialect.escapechar, dialect.quotechar, "\r", "\n",
                   *dialect.lineterminator)
        for char in text:
            if char in special:
                escape = False
                if quoting == QUOTE_NONE:
                    escape = True
                elif char == dialect.quotechar:
                    if dialect.doublequote:
                        parts.append(char)
                    else:
                        escape = True
                elif char == dialect.escapechar:
                    escape = True
                if escape:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    parts.append(dialect.escapechar)
                else:
                    quoted = True
            parts.append(char)
        if not quoted and text == " " * len(text) and text and dialect.skipinitialspace:
            quoted = True
        text = "".join(parts)
        return f"{dialect.quotechar}{text}{dialect.quotechar}" if quoted else text


class DictReader:
    """Gives the rows as dicts; the first row has the names unless they are given."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        """The names of the columns."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                result[name] = self.restval
        return result


class DictWriter:
    """Writes dicts as rows."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Writes the names of the columns."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, values):
        if self.extrasaction == "raise":
            wrong = values.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: "
                                 + ", ".join(repr(name) for name in wrong))
        return [values.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        """Writes a row."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Writes rows."""
        return self.writer.writerows(map(self._row, rowdicts))


def __getattr__(name):
    if name == "Sniffer":
        raise AttributeError("csv.Sniffer is not available")
    raise AttributeError(f"module 'csv' has no attribute {name!r}")
