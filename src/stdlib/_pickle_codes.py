"""The operation codes of pickles, and the names that Python 2 had for modules and what is in them."""

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

_CODES = {
    # all protocols
    "MARK": b"(", "STOP": b".", "POP": b"0", "POP_MARK": b"1", "DUP": b"2", "FLOAT": b"F",
    "INT": b"I", "BININT": b"J", "BININT1": b"K", "LONG": b"L", "BININT2": b"M", "NONE": b"N",
    "PERSID": b"P", "BINPERSID": b"Q", "REDUCE": b"R", "STRING": b"S", "BINSTRING": b"T",
    "SHORT_BINSTRING": b"U", "UNICODE": b"V", "BINUNICODE": b"X", "APPEND": b"a",
    "BUILD": b"b", "GLOBAL": b"c", "DICT": b"d", "EMPTY_DICT": b"}", "APPENDS": b"e",
    "GET": b"g", "BINGET": b"h", "INST": b"i", "LONG_BINGET": b"j", "LIST": b"l",
    "EMPTY_LIST": b"]", "OBJ": b"o", "PUT": b"p", "BINPUT": b"q", "LONG_BINPUT": b"r",
    "SETITEM": b"s", "TUPLE": b"t", "EMPTY_TUPLE": b")", "SETITEMS": b"u", "BINFLOAT": b"G",
    "TRUE": b"I01\n", "FALSE": b"I00\n",
    # protocol 2
    "PROTO": b"\x80", "NEWOBJ": b"\x81", "EXT1": b"\x82", "EXT2": b"\x83", "EXT4": b"\x84",
    "TUPLE1": b"\x85", "TUPLE2": b"\x86", "TUPLE3": b"\x87", "NEWTRUE": b"\x88",
    "NEWFALSE": b"\x89", "LONG1": b"\x8a", "LONG4": b"\x8b",
    # protocol 3
    "BINBYTES": b"B", "SHORT_BINBYTES": b"C",
    # protocol 4
    "SHORT_BINUNICODE": b"\x8c", "BINUNICODE8": b"\x8d", "BINBYTES8": b"\x8e",
    "EMPTY_SET": b"\x8f", "ADDITEMS": b"\x90", "FROZENSET": b"\x91", "NEWOBJ_EX": b"\x92",
    "STACK_GLOBAL": b"\x93", "MEMOIZE": b"\x94", "FRAME": b"\x95",
    # protocol 5
    "BYTEARRAY8": b"\x96", "NEXT_BUFFER": b"\x97", "READONLY_BUFFER": b"\x98",
}
globals().update(_CODES)

__all__ = [*_CODES, "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

# Where Python 2 had what protocols 0 to 2 name: whole modules, then single names.
MODULE_RENAMES = {
    "builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue",
    "configparser": "ConfigParser", "_thread": "thread", "collections.abc": "_abcoll",
    "_functools": "functools", "_pickle": "pickle", "reprlib": "repr", "subprocess": "commands",
    "html.entities": "htmlentitydefs", "html.parser": "HTMLParser", "http.client": "httplib",
    "http.cookies": "Cookie", "http.cookiejar": "cookielib", "http.server": "BaseHTTPServer",
    "socketserver": "SocketServer", "urllib.parse": "urlparse", "urllib.request": "urllib2",
    "urllib.robotparser": "robotparser", "test.support": "test.test_support",
    "xmlrpc.client": "xmlrpclib", "xmlrpc.server": "SimpleXMLRPCServer",
}
NAME_RENAMES = {
    ("builtins", "range"): ("__builtin__", "xrange"),
    ("builtins", "int"): ("__builtin__", "long"),
    ("builtins", "chr"): ("__builtin__", "unichr"),
    ("builtins", "str"): ("__builtin__", "unicode"),
    ("_functools", "reduce"): ("__builtin__", "reduce"),
    ("functools", "reduce"): ("__builtin__", "reduce"),
    ("itertools", "filterfalse"): ("itertools", "ifilterfalse"),
    ("itertools", "zip_longest"): ("itertools", "izip_longest"),
    ("builtins", "map"): ("itertools", "imap"),
    ("builtins", "zip"): ("itertools", "izip"),
    ("builtins", "filter"): ("itertools", "ifilter"),
    ("sys", "intern"): ("__builtin__", "intern"),
    ("collections", "UserDict"): ("UserDict", "IterableUserDict"),
    ("collections", "UserList"): ("UserList", "UserList"),
    ("collections", "UserString"): ("UserString", "UserString"),
}
# Exceptions had a module of their own; those that are newer are written as Exception.
_OLD_EXCEPTIONS = frozenset("""ArithmeticError AssertionError AttributeError BaseException
    BufferError BytesWarning DeprecationWarning EOFError EnvironmentError Exception
    FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError
    NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError
    RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError SystemExit
    TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
    ZeroDivisionError""".split())
_OS_ERRORS = frozenset("""BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError
    ConnectionError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError
    InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError
    TimeoutError""".split())

_OLD_NAMES = {old: new for new, old in NAME_RENAMES.items()}
_OLD_NAMES |= {("exceptions", name): ("builtins", name) for name in _OLD_EXCEPTIONS}
_OLD_NAMES |= {("__builtin__", "basestring"): ("builtins", "str"),
               ("exceptions", "StandardError"): ("builtins", "Exception"),
               ("UserDict", "UserDict"): ("collections", "UserDict")}
# Modules whose names nothing is written under are read all the same.
_OLD_MODULES = {old: new for new, old in MODULE_RENAMES.items() if new not in ("_functools", "_pickle")}
_OLD_MODULES |= {"cPickle": "pickle", "StringIO": "io", "cStringIO": "io", "UserDict": "collections",
                 "UserList": "collections", "UserString": "collections",
                 "SimpleHTTPServer": "http.server", "CGIHTTPServer": "http.server"}


def to_old_name(module, name):
    """What Python 2 called it."""
    renamed = NAME_RENAMES.get((module, name))
    if renamed is not None:
        return renamed
    if module == "builtins":
        if name in _OLD_EXCEPTIONS:
            return "exceptions", name
        if name in _OS_ERRORS:
            return "exceptions", "OSError"
        if name == "ModuleNotFoundError":
            return "exceptions", "ImportError"
    return MODULE_RENAMES.get(module, module), name


def from_old_name(module, name):
    """What is meant by a name of Python 2."""
    renamed = _OLD_NAMES.get((module, name))
    if renamed is not None:
        return renamed
    return _OLD_MODULES.get(module, module), name
