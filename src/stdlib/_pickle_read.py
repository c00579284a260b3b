"""Unpickler: a stack machine whose operations build objects."""

import sys
from copyreg import _extension_cache, _inverted_registry

from _pickle_codes import *
from _pickle_codes import from_old_name

# The module of the class below.
__name__ = "_pickle"

_MISSING = object()


class _Stop(Exception):
    """Ends the machine's loop, with the object."""

    def __init__(self, value):
        self.value = value


class Unpickler:
    """Reads objects from a file.

    Subclasses may define persistent_load(pid) and find_class(module, name).
    """

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict",
                 buffers=None):
        if file is not None:
            try:
                self._file_read, self._file_readline = file.read, file.readline
            except AttributeError:
                raise TypeError("file must have 'read' and 'readline' attributes") from None
            self._file_readinto = getattr(file, "readinto", None)
            self._read, self._readline = self._read_file, self._readline_of_file
        self._buffers = None if buffers is None else iter(buffers)
        self._encoding = encoding
        self._errors = errors
        self._fix_imports = fix_imports
        self._protocol = 0
        self._memo = {}

    @property
    def memo(self):
        """What was read and may be referred to, by number."""
        return dict(self._memo)

    @memo.setter
    def memo(self, value):
        self._memo = dict(value)

    def load(self):
        """Reads an object."""
        try:
            read = self._read
        except AttributeError:
            raise UnpicklingError(f"Unpickler.__init__() was not called by "
                                  f"{type(self).__name__}.__init__()") from None
        self._stack = []
        # The stacks that a mark has put aside.
        self._marked = []
        self._protocol = 0
        operations = _OPERATIONS
        try:
            while True:
                try:
                    code = read(1)
                except UnpicklingError:
                    raise EOFError("Ran out of input") from None
                operation = operations.get(code)
                if operation is None:
                    shown = repr(code)[1:] if code not in b"'" else "\"'\""
                    raise UnpicklingError(f"invalid load key, {shown}.")
                try:
                    operation(self)
                except IndexError:
                    if self._stack:
                        raise
                    raise UnpicklingError("unpickling stack underflow") from None
        except _Stop as stop:
            return stop.value
        finally:
            self._stack = self._marked = None

    # Where the data comes from

    def _read_from(self, data):
        """Reads from bytes instead of a file."""
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError("a bytes-like object is required, "
                            f"not {type(data).__name__!r}") from None
        at = 0
        end = len(data)

        def read(size):
            nonlocal at
            stop = at + size
            if stop > end:
                raise UnpicklingError("pickle data was truncated")
            chunk = data[at:stop]
            at = stop
            return chunk

        def readline():
            nonlocal at
            stop = data.find(b"\n", at) + 1
            if stop == 0:
                raise UnpicklingError("pickle data was truncated")
            line = data[at:stop - 1]
            at = stop
            return line

        self._read, self._readline = read, readline

    def _read_file(self, size):
        data = self._file_read(size)
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _readline_of_file(self):
        line = self._file_readline()
        if line[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _read_size(self, width):
        return int.from_bytes(self._read(width), "little")

    # What subclasses may replace

    def persistent_load(self, pid):
        """The object that a persistent id stands for."""
        raise UnpicklingError("A load persistent id instruction was encountered, "
                              "but no persistent_load function was specified.")

    def find_class(self, module_name, global_name, /):
        """The function or class of that name."""
        if self._protocol < 3 and self._fix_imports:
            module_name, global_name = from_old_name(module_name, global_name)
        __import__(module_name, level=0)
        found = module = sys.modules[module_name]
        path = global_name.split(".") if self._protocol >= 4 else [global_name]
        for name in path:
            if name == "<locals>":
                raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
            try:
                found = getattr(found, name)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}",
                                     name=name, obj=found) from None
        return found

    # The stack

    def _pop_mark(self):
        """Brings back what was under the mark; returns what was above."""
        items = self._stack
        if not self._marked:
            raise UnpicklingError("could not find MARK")
        self._stack = self._marked.pop()
        return items

    def _load_mark(self):
        self._marked.append(self._stack)
        self._stack = []

    def _load_stop(self):
        raise _Stop(self._stack.pop())

    def _load_pop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._pop_mark()

    def _load_pop_mark(self):
        self._pop_mark()

    def _load_dup(self):
        self._stack.append(self._stack[-1])

    def _load_proto(self):
        protocol = self._read(1)[0]
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {protocol}")
        self._protocol = protocol

    def _load_frame(self):
        # Only helps those that read the data in pieces.
        self._read(8)

    # Single values

    def _load_int(self):
        line = self._readline()
        if line == b"00":
            value = False
        elif line == b"01":
            value = True
        else:
            try:
                value = int(line, 0)
            except ValueError:
                raise ValueError("could not convert string to int") from None
        self._stack.append(value)

    def _load_long(self):
        line = self._readline()
        self._stack.append(int(line.removesuffix(b"L"), 0))

    def _load_binint(self):
        self._stack.append(int.from_bytes(self._read(4), "little", signed=True))

    def _load_binint1(self):
        self._stack.append(self._read(1)[0])

    def _load_binint2(self):
        self._stack.append(self._read_size(2))

    def _load_long1(self):
        self._push_long(self._read_size(1))

    def _load_long4(self):
        size = int.from_bytes(self._read(4), "little", signed=True)
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self._push_long(size)

    def _push_long(self, size):
        self._stack.append(int.from_bytes(self._read(size), "little", signed=True))

    def _load_float(self):
        try:
            self._stack.append(float(self._readline()))
        except ValueError:
            raise ValueError("could not convert string to float") from None

    def _load_binfloat(self):
        packed = bytearray(self._read(8))
        if sys.byteorder == "little":
            packed.reverse()
        self._stack.append(memoryview(packed).cast("d")[0])

    def _load_string(self):
        line = self._readline().strip()
        if len(line) < 2 or line[0] != line[-1] or line[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import codecs
        self._push_old_string(codecs.escape_decode(line[1:-1])[0])

    def _load_binstring(self):
        size = int.from_bytes(self._read(4), "little", signed=True)
        if size < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._push_old_string(self._read(size))

    def _load_short_binstring(self):
        self._push_old_string(self._read(self._read_size(1)))

    def _push_old_string(self, data):
        # The str of Python 2.
        if self._encoding != "bytes":
            data = data.decode(self._encoding, self._errors)
        self._stack.append(data)

    def _load_unicode(self):
        self._stack.append(self._readline().decode("raw-unicode-escape"))

    def _load_bytearray(self):
        size = self._read_size(8)
        if size > sys.maxsize:
            raise OverflowError("BYTEARRAY8 exceeds system's maximum size of "
                                f"{sys.maxsize} bytes")
        self._stack.append(bytearray(self._read(size)))

    def _load_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* "
                                  "argument was given")
        try:
            self._stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _load_readonly_buffer(self):
        view = memoryview(self._stack[-1])
        if not view.readonly:
            self._stack[-1] = view.toreadonly()

    # Containers

    def _load_tuple(self):
        items = self._pop_mark()
        self._stack.append(tuple(items))

    def _load_list(self):
        items = self._pop_mark()
        self._stack.append(items)

    def _load_dict(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self._stack.append(dict(zip(items[::2], items[1::2])))

    def _load_frozenset(self):
        items = self._pop_mark()
        self._stack.append(frozenset(items))

    def _load_append(self):
        value = self._stack.pop()
        target = self._stack[-1]
        if type(target) is list:
            target.append(value)
        else:
            self._extend(target, [value])

    def _load_appends(self):
        items = self._pop_mark()
        target = self._stack[-1]
        if type(target) is list:
            target.extend(items)
        else:
            self._extend(target, items)

    def _extend(self, target, items):
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        append = target.append
        for item in items:
            append(item)

    def _load_setitem(self):
        value = self._stack.pop()
        key = self._stack.pop()
        self._stack[-1][key] = value

    def _load_setitems(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        target = self._stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _load_additems(self):
        items = self._pop_mark()
        target = self._stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    # The memo

    def _push_memo(self, number):
        try:
            self._stack.append(self._memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def _load_get(self):
        self._push_memo(int(self._readline()))

    def _load_binget(self):
        self._push_memo(self._read(1)[0])

    def _load_long_binget(self):
        self._push_memo(self._read_size(4))

    def _load_put(self):
        number = int(self._readline())
        if number < 0:
            raise ValueError("negative PUT argument")
        self._memo[number] = self._stack[-1]

    def _load_binput(self):
        self._memo[self._read(1)[0]] = self._stack[-1]

    def _load_long_binput(self):
        self._memo[self._read_size(4)] = self._stack[-1]

    def _load_memoize(self):
        memo = self._memo
        memo[len(memo)] = self._stack[-1]

    # Objects

    def _load_persid(self):
        try:
            pid = self._readline().decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self._stack.append(self.persistent_load(pid))

    def _load_binpersid(self):
        self._stack.append(self.persistent_load(self._stack.pop()))

    def _load_global(self):
        module_name = self._readline().decode("utf-8")
        name = self._readline().decode("utf-8")
        self._stack.append(self.find_class(module_name, name))

    def _load_stack_global(self):
        name = self._stack.pop()
        module_name = self._stack.pop()
        if type(name) is not str or type(module_name) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._stack.append(self.find_class(module_name, name))

    def _push_extension(self, code):
        found = _extension_cache.get(code, _MISSING)
        if found is _MISSING:
            key = _inverted_registry.get(code)
            if key is None:
                if code <= 0:
                    raise UnpicklingError("EXT specifies code <= 0")
                raise ValueError(f"unregistered extension code {code}")
            found = _extension_cache[code] = self.find_class(*key)
        self._stack.append(found)

    def _load_ext1(self):
        self._push_extension(self._read_size(1))

    def _load_ext2(self):
        self._push_extension(self._read_size(2))

    def _load_ext4(self):
        self._push_extension(int.from_bytes(self._read(4), "little", signed=True))

    def _load_inst(self):
        module_name = self._readline().decode("ascii")
        name = self._readline().decode("ascii")
        args = self._pop_mark()
        self._instantiate(self.find_class(module_name, name), args)

    def _load_obj(self):
        args = self._pop_mark()
        cls = args.pop(0)
        self._instantiate(cls, args)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._stack.append(cls(*args))
        else:
            self._stack.append(cls.__new__(cls))

    def _load_newobj(self):
        args = self._stack.pop()
        cls = self._stack.pop()
        self._check_new("NEWOBJ", cls, args)
        self._stack.append(cls.__new__(cls, *args))

    def _load_newobj_ex(self):
        keywords = self._stack.pop()
        args = self._stack.pop()
        cls = self._stack.pop()
        self._check_new("NEWOBJ_EX", cls, args)
        if not isinstance(keywords, dict):
            raise UnpicklingError("NEWOBJ_EX kwargs argument must be a dict, "
                                  f"not {type(keywords).__name__}")
        self._stack.append(cls.__new__(cls, *args, **keywords))

    def _check_new(self, operation, cls, args):
        if not isinstance(cls, type):
            raise UnpicklingError(f"{operation} class argument must be a type, "
                                  f"not {type(cls).__name__}")
        if not isinstance(args, tuple):
            raise UnpicklingError(f"{operation} args argument must be a tuple, "
                                  f"not {type(args).__name__}")

    def _load_reduce(self):
        args = self._stack.pop()
        function = self._stack[-1]
        self._stack[-1] = function(*args)

    def _load_build(self):
        state = self._stack.pop()
        obj = self._stack[-1]
        set_state = getattr(obj, "__setstate__", _MISSING)
        if set_state is not _MISSING:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            attributes = obj.__dict__
            for name, value in state.items():
                attributes[sys.intern(name) if type(name) is str else name] = value
        if slots:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for name, value in slots.items():
                setattr(obj, name, value)


def _pushes(make):
    def operation(self):
        self._stack.append(make())

    return operation


def _pushes_sized(width, decode):
    def operation(self):
        size = self._read_size(width)
        if size > sys.maxsize:
            raise OverflowError(f"size exceeds system's maximum size of {sys.maxsize} bytes")
        self._stack.append(decode(self._read(size)))

    return operation


def _pushes_tuple(size):
    def operation(self):
        stack = self._stack
        if len(stack) < size:
            raise UnpicklingError("unpickling stack underflow")
        stack[-size:] = [tuple(stack[-size:])]

    return operation


def _text(data):
    return data.decode("utf-8", "surrogatepass")


_OPERATIONS = {
    NONE: _pushes(lambda: None), NEWTRUE: _pushes(lambda: True), NEWFALSE: _pushes(lambda: False),
    EMPTY_TUPLE: _pushes(tuple), EMPTY_LIST: _pushes(list), EMPTY_DICT: _pushes(dict),
    EMPTY_SET: _pushes(set),
    SHORT_BINUNICODE: _pushes_sized(1, _text), BINUNICODE: _pushes_sized(4, _text),
    BINUNICODE8: _pushes_sized(8, _text),
    SHORT_BINBYTES: _pushes_sized(1, bytes), BINBYTES: _pushes_sized(4, bytes),
    BINBYTES8: _pushes_sized(8, bytes),
    TUPLE1: _pushes_tuple(1), TUPLE2: _pushes_tuple(2), TUPLE3: _pushes_tuple(3),
    BYTEARRAY8: Unpickler._load_bytearray,
}
for _name in """MARK STOP POP POP_MARK DUP PROTO FRAME INT LONG BININT BININT1 BININT2 LONG1 LONG4
        FLOAT BINFLOAT STRING BINSTRING SHORT_BINSTRING UNICODE NEXT_BUFFER READONLY_BUFFER TUPLE
        LIST DICT FROZENSET APPEND APPENDS SETITEM SETITEMS ADDITEMS GET BINGET LONG_BINGET PUT
        BINPUT LONG_BINPUT MEMOIZE PERSID BINPERSID GLOBAL STACK_GLOBAL EXT1 EXT2 EXT4 INST OBJ
        NEWOBJ NEWOBJ_EX REDUCE BUILD""".split():
    _OPERATIONS[globals()[_name]] = getattr(Unpickler, "_load_" + _name.lower())
del _name
