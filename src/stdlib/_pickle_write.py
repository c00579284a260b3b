"""Pickler: writes objects as operations of the stack machine that Unpickler is."""

import sys
from copyreg import _extension_registry, dispatch_table as _copyreg_table
from types import FunctionType

from _pickle_codes import *

# The module of the class below.
__name__ = "_pickle"

# How many items are appended or set with one operation.
_BATCH_SIZE = 1000

# From protocol 4 on, data comes in frames of at least and of about so many bytes.
_FRAME_MINIMUM = 4
_FRAME_TARGET = 64 * 1024

_MISSING = object()


def _size(number, width):
    return number.to_bytes(width, "little")


def _packed_float(value):
    packed = bytearray(8)
    memoryview(packed).cast("d")[0] = value
    if sys.byteorder == "little":
        packed.reverse()
    return packed


class Pickler:
    """Writes objects to a file.

    Subclasses may define persistent_id(obj), for objects that are kept elsewhere, and
    reducer_override(obj), which replaces `__reduce__`; an attribute dispatch_table replaces
    copyreg's.
    """

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        if file is None:
            self._file_write = None
        else:
            try:
                self._file_write = file.write
            except AttributeError:
                raise TypeError("file must have a 'write' attribute") from None
        self._protocol = protocol
        self._binary = protocol >= 1
        self.bin = int(self._binary)
        self._fix_imports = fix_imports and protocol < 3
        self._buffer_callback = buffer_callback
        self.fast = 0
        # What was written, by id: its number, and the object to keep it alive.
        self._memo = {}
        # What is not yet in the file; where the frame starts that it ends with.
        self._out = bytearray()
        self._write = self._out.extend
        self._frame = None

    @property
    def memo(self):
        """What was written already, by id."""
        return dict(self._memo)

    @memo.setter
    def memo(self, value):
        self._memo = dict(value)

    def clear_memo(self):
        """Forgets what was written: it will be written again instead of referred to."""
        self._memo.clear()

    def persistent_id(self, obj):
        """What stands for an object that is kept elsewhere; None for others."""
        return None

    def dump(self, obj):
        """Writes an object."""
        try:
            self._memo
        except AttributeError:
            raise PicklingError(f"Pickler.__init__() was not called by "
                                f"{type(self).__name__}.__init__()") from None
        # Looked up once; a class or an instance may have them.
        persistent_id = getattr(self, "persistent_id")
        own = getattr(persistent_id, "__func__", None) is Pickler.persistent_id
        self._persistent_id = None if own else persistent_id
        self._reducer_override = getattr(self, "reducer_override", None)
        self._dispatch_table = getattr(self, "dispatch_table", _copyreg_table)
        if self._protocol >= 2:
            self._write(PROTO + bytes((self._protocol,)))
        if self._protocol >= 4:
            self._frame = len(self._out)
        try:
            self._save(obj)
            self._write(STOP)
            self._end_frame()
        finally:
            self._frame = None
        if self._file_write is not None:
            self._file_write(self._taken())

    def _taken(self):
        taken = bytes(self._out)
        self._out.clear()
        return taken

    # Frames

    def _end_frame(self):
        start = self._frame
        if start is not None:
            out = self._out
            size = len(out) - start
            if size >= _FRAME_MINIMUM:
                out[start:start] = FRAME + _size(size, 8)
            self._frame = len(out)

    def _write_large(self, header, data):
        """Writes bytes, outside of frames if there are many."""
        if len(data) < _FRAME_TARGET:
            self._write(header)
            self._write(data)
            return
        self._end_frame()
        self._write(header)
        if self._file_write is not None:
            self._file_write(self._taken())
            self._file_write(data)
        else:
            self._write(data)
        if self._frame is not None:
            self._frame = len(self._out)

    # The memo

    def _memoize(self, obj):
        if self.fast:
            return
        memo = self._memo
        number = len(memo)
        memo[id(obj)] = number, obj
        if self._protocol >= 4:
            self._write(MEMOIZE)
        elif not self._binary:
            self._write(b"p%d\n" % number)
        elif number < 256:
            self._write(BINPUT + bytes((number,)))
        else:
            self._write(LONG_BINPUT + _size(number, 4))

    def _write_get(self, number):
        if not self._binary:
            self._write(b"g%d\n" % number)
        elif number < 256:
            self._write(BINGET + bytes((number,)))
        else:
            self._write(LONG_BINGET + _size(number, 4))

    # Saving

    def _save(self, obj):
        if self._persistent_id is not None:
            pid = self._persistent_id(obj)
            if pid is not None:
                self._save_persistent(pid)
                return
        kind = type(obj)
        save = _ATOMS.get(kind)
        if save is not None:
            save(self, obj)
        else:
            known = self._memo.get(id(obj))
            if known is not None:
                self._write_get(known[0])
            elif (save := _CONTAINERS.get(kind)) is not None:
                save(self, obj)
            else:
                self._save_other(obj, kind)
        if self._frame is not None and len(self._out) - self._frame >= _FRAME_TARGET:
            self._end_frame()
            if self._file_write is not None:
                self._file_write(self._taken())
                self._frame = 0

    def _save_persistent(self, pid):
        if self._binary:
            persistent_id, self._persistent_id = self._persistent_id, None
            try:
                self._save(pid)
            finally:
                self._persistent_id = persistent_id
            self._write(BINPERSID)
        else:
            try:
                self._write(PERSID + str(pid).encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _save_other(self, obj, kind):
        reduced = NotImplemented
        if self._reducer_override is not None:
            reduced = self._reducer_override(obj)
        if reduced is NotImplemented:
            if kind is type:
                self._save_type(obj)
                return
            if kind is FunctionType:
                self._save_global(obj)
                return
            reduce = self._dispatch_table.get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                self._save_type(obj)
                return
            else:
                reduce = getattr(obj, "__reduce_ex__", _MISSING)
                if reduce is not _MISSING:
                    reduced = reduce(self._protocol)
                else:
                    reduce = getattr(obj, "__reduce__", _MISSING)
                    if reduce is _MISSING:
                        raise PicklingError(f"can't pickle '{kind.__name__}' object: {obj!r}")
                    reduced = reduce()
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduced(reduced, obj)

    def _save_reduced(self, reduced, obj=_MISSING):
        """Writes what `__reduce__` gives: a function, its arguments, and what comes after."""
        func, args, state, items, pairs, set_state = (*reduced, *(None,) * (6 - len(reduced)))
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        for position, iterator in (("fourth", items), ("fifth", pairs)):
            if iterator is not None and not hasattr(type(iterator), "__next__"):
                raise PicklingError(f"{position} element of the tuple returned by __reduce__ must "
                                    f"be an iterator, not {type(iterator).__name__}")
        if set_state is not None and not callable(set_state):
            raise PicklingError("sixth element of the tuple returned by __reduce__ must be a "
                                f"function, not {type(set_state).__name__}")

        name = getattr(func, "__name__", "") if self._protocol >= 2 else ""
        if name == "__newobj_ex__":
            self._save_new_with_keywords(obj, args)
        elif name == "__newobj__":
            self._check_new(name, obj, args)
            self._save(args[0])
            self._save(args[1:])
            self._write(NEWOBJ)
        else:
            self._save(func)
            self._save(args)
            self._write(REDUCE)

        if obj is not _MISSING:
            known = self._memo.get(id(obj))
            if known is not None:
                # The arguments contain the object itself.
                self._write(POP)
                self._write_get(known[0])
            else:
                self._memoize(obj)
        if items is not None:
            self._batch_items(items)
        if pairs is not None:
            self._batch_pairs(pairs)
        if state is not None:
            if set_state is None:
                self._save(state)
                self._write(BUILD)
            else:
                self._save(set_state)
                self._save(obj)
                self._save(state)
                self._write(TUPLE2)
                self._write(REDUCE)
                self._write(POP)

    def _check_new(self, name, obj, args):
        if not args:
            raise PicklingError(f"{name} arglist is empty")
        if not hasattr(args[0], "__new__"):
            raise PicklingError(f"args[0] from {name} args has no __new__")
        if obj is not _MISSING and args[0] is not obj.__class__:
            raise PicklingError(f"args[0] from {name} args has the wrong class")

    def _save_new_with_keywords(self, obj, args):
        if len(args) != 3:
            raise PicklingError(
                f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}")
        cls, arguments, keywords = args
        for at, (value, kind) in enumerate(((arguments, tuple), (keywords, dict)), 1):
            if not isinstance(value, kind):
                position = ("second", "third")[at - 1]
                raise PicklingError(f"{position} item from NEWOBJ_EX argument tuple must be a "
                                    f"{kind.__name__}, not {type(value).__name__}")
        self._check_new("__newobj_ex__", obj, args)
        if self._protocol >= 4:
            self._save(cls)
            self._save(arguments)
            self._save(keywords)
            self._write(NEWOBJ_EX)
        else:
            import functools
            self._save(functools.partial(cls.__new__, cls, *arguments, **keywords))
            self._save(())
            self._write(REDUCE)

    # Single values

    def _save_none(self, obj):
        self._write(NONE)

    def _save_bool(self, obj):
        if self._protocol >= 2:
            self._write(NEWTRUE if obj else NEWFALSE)
        else:
            self._write(TRUE if obj else FALSE)

    def _save_int(self, obj):
        if -0x80000000 <= obj <= 0x7fffffff:
            if not self._binary:
                self._write(b"I%d\n" % obj)
            elif 0 <= obj <= 0xff:
                self._write(BININT1 + bytes((obj,)))
            elif 0 <= obj <= 0xffff:
                self._write(BININT2 + _size(obj, 2))
            else:
                self._write(BININT + obj.to_bytes(4, "little", signed=True))
        elif self._protocol >= 2:
            # As few bytes as hold the number with its sign.
            width = (obj.bit_length() >> 3) + 1
            packed = obj.to_bytes(width, "little", signed=True)
            if obj < 0 and width > 1 and packed[-1] == 0xff and packed[-2] & 0x80:
                packed = packed[:-1]
            if len(packed) < 256:
                self._write(LONG1 + bytes((len(packed),)) + packed)
            else:
                self._write(LONG4 + _size(len(packed), 4) + packed)
        else:
            self._write(b"L%sL\n" % repr(obj).encode("ascii"))

    def _save_float(self, obj):
        if self._binary:
            self._write(BINFLOAT + _packed_float(obj))
        else:
            self._write(FLOAT + repr(obj).encode("ascii") + b"\n")

    def _save_str(self, obj):
        known = self._memo.get(id(obj))
        if known is not None:
            self._write_get(known[0])
            return
        if not self._binary:
            for char in "\\\0\n\r\x1a":
                if char in obj:
                    obj_text = obj.translate({ord(c): f"\\u{ord(c):04x}" for c in "\\\0\n\r\x1a"})
                    break
            else:
                obj_text = obj
            self._write(UNICODE + obj_text.encode("raw-unicode-escape") + b"\n")
        else:
            encoded = obj.encode("utf-8", "surrogatepass")
            size = len(encoded)
            if size <= 0xff and self._protocol >= 4:
                header = SHORT_BINUNICODE + bytes((size,))
            elif size <= 0xffffffff:
                header = BINUNICODE + _size(size, 4)
            elif self._protocol >= 4:
                header = BINUNICODE8 + _size(size, 8)
            else:
                raise OverflowError("serializing a string larger than 4 GiB requires pickle "
                                    "protocol 4 or higher")
            self._write_large(header, encoded)
        self._memoize(obj)

    def _save_bytes(self, obj):
        known = self._memo.get(id(obj))
        if known is not None:
            self._write_get(known[0])
            return
        if self._protocol < 3:
            if obj:
                import codecs
                reduced = codecs.encode, (obj.decode("latin1"), "latin1")
            else:
                reduced = bytes, ()
            self._save_reduced(reduced, obj)
            return
        size = len(obj)
        if size <= 0xff:
            header = SHORT_BINBYTES + bytes((size,))
        elif size <= 0xffffffff:
            header = BINBYTES + _size(size, 4)
        elif self._protocol >= 4:
            header = BINBYTES8 + _size(size, 8)
        else:
            raise OverflowError("serializing a bytes object larger than 4 GiB requires pickle "
                                "protocol 4 or higher")
        self._write_large(header, obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self._protocol < 5:
            self._save_reduced((bytearray, (bytes(obj),) if obj else ()), obj)
        else:
            self._write_large(BYTEARRAY8 + _size(len(obj), 8), obj)
            self._memoize(obj)

    def _save_buffer(self, obj):
        if self._protocol < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        view = obj._checked()
        if not view.contiguous:
            raise PicklingError("PickleBuffer can not be pickled when pointing to a "
                                "non-contiguous buffer")
        if self._buffer_callback is None or self._buffer_callback(obj):
            data = view.tobytes()
            if view.readonly:
                self._save_bytes(data)
            else:
                self._save_bytearray(bytearray(data))
        else:
            self._write(NEXT_BUFFER)
            if view.readonly:
                self._write(READONLY_BUFFER)

    # Containers

    def _save_tuple(self, obj):
        size = len(obj)
        if size == 0:
            self._write(EMPTY_TUPLE if self._binary else MARK + TUPLE)
            return
        short = size <= 3 and self._protocol >= 2
        if not short:
            self._write(MARK)
        for item in obj:
            self._save(item)
        known = self._memo.get(id(obj))
        if known is not None:
            # It contains itself, and is complete already.
            if short:
                self._write(POP * size)
            else:
                self._write(POP_MARK if self._binary else POP * (size + 1))
            self._write_get(known[0])
            return
        self._write((TUPLE1, TUPLE2, TUPLE3)[size - 1] if short else TUPLE)
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(EMPTY_LIST if self._binary else MARK + LIST)
        self._memoize(obj)
        if not self._binary or len(obj) == 1:
            self._batch_items(iter(obj))
            return
        done = 0
        while done < len(obj):
            self._write(MARK)
            end = done + _BATCH_SIZE
            while done < len(obj) and done < end:
                self._save(obj[done])
                done += 1
            self._write(APPENDS)

    def _save_dict(self, obj):
        self._write(EMPTY_DICT if self._binary else MARK + DICT)
        self._memoize(obj)
        if not obj:
            return
        if not self._binary or len(obj) == 1:
            self._batch_pairs(iter(obj.items()))
            return
        pairs = iter(obj.items())
        while self._batch(pairs, SETITEMS, self._save_pair) == _BATCH_SIZE:
            pass

    def _save_pair(self, pair):
        self._save(pair[0])
        self._save(pair[1])

    def _batch(self, items, operation, save):
        """Writes up to a batch of items and returns how many they were."""
        self._write(MARK)
        count = 0
        for item in items:
            save(item)
            count += 1
            if count == _BATCH_SIZE:
                break
        self._write(operation)
        return count

    def _batch_items(self, items):
        self._batch_iterator(items, APPEND, APPENDS, self._save)

    def _batch_pairs(self, pairs):
        self._batch_iterator(self._checked_pairs(pairs), SETITEM, SETITEMS, self._save_pair)

    def _checked_pairs(self, pairs):
        for pair in pairs:
            if type(pair) is not tuple or len(pair) != 2:
                raise TypeError("dict items iterator must return 2-tuples")
            yield pair

    def _batch_iterator(self, items, one, several, save):
        if not self._binary:
            for item in items:
                save(item)
                self._write(one)
            return
        while True:
            first = next(items, _MISSING)
            if first is _MISSING:
                break
            second = next(items, _MISSING)
            if second is _MISSING:
                save(first)
                self._write(one)
                break
            self._write(MARK)
            save(first)
            save(second)
            count = 2
            while count < _BATCH_SIZE:
                item = next(items, _MISSING)
                if item is _MISSING:
                    break
                save(item)
                count += 1
            self._write(several)
            if count < _BATCH_SIZE:
                break

    def _save_set(self, obj):
        if self._protocol < 4:
            self._save_reduced((set, (list(obj),)), obj)
            return
        self._write(EMPTY_SET)
        self._memoize(obj)
        if obj:
            items = iter(obj)
            while self._batch(items, ADDITEMS, self._save) == _BATCH_SIZE:
                pass

    def _save_frozenset(self, obj):
        if self._protocol < 4:
            self._save_reduced((frozenset, (list(obj),)), obj)
            return
        self._write(MARK)
        for item in obj:
            self._save(item)
        known = self._memo.get(id(obj))
        if known is not None:
            self._write(POP_MARK)
            self._write_get(known[0])
            return
        self._write(FROZENSET)
        self._memoize(obj)

    # Functions and classes, by name

    def _save_type(self, obj):
        for singleton in (None, NotImplemented, ...):
            if obj is type(singleton):
                self._save_reduced((type, (singleton,)), obj)
                return
        self._save_global(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        path = name.split(".")
        if "<locals>" in path:
            raise AttributeError(f"Can't get local object {name!r}")
        module_name = _module_of(obj, path)
        found, parent = self._look_up(obj, module_name, name, path)
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as "
                                f"{module_name}.{name}")
        if self._protocol >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                self._write_extension(obj, code)
                return
        if self._protocol >= 4:
            self._save(module_name)
            self._save(name)
            self._write(STACK_GLOBAL)
        elif len(path) > 1:
            self._save_reduced((getattr, (parent, path[-1])))
        else:
            if self._fix_imports:
                from _pickle_codes import to_old_name
                module_name, name = to_old_name(module_name, name)
            encoding = "utf-8" if self._protocol >= 3 else "ascii"
            try:
                self._write(GLOBAL + module_name.encode(encoding) + b"\n"
                            + name.encode(encoding) + b"\n")
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using "
                                    f"pickle protocol {self._protocol}") from None
        self._memoize(obj)

    def _look_up(self, obj, module_name, name, path):
        """What the name stands for, and what it is an attribute of."""
        # What is raised has no context: both are raised outside of the handlers.
        failed = f"import of module {module_name!r} failed"
        try:
            __import__(module_name, level=0)
            found = parent = sys.modules[module_name]
            failed = f"attribute lookup {name} on {module_name} failed"
            for attribute in path:
                parent, found = found, getattr(found, attribute)
            failed = None
        except Exception:
            pass
        if failed is not None:
            raise PicklingError(f"Can't pickle {obj!r}: {failed}")
        return found, parent

    def _write_extension(self, obj, code):
        if not 0 < code <= 0x7fffffff:
            raise RuntimeError(f"extension code {code} is out of range")
        if code <= 0xff:
            self._write(EXT1 + bytes((code,)))
        elif code <= 0xffff:
            self._write(EXT2 + _size(code, 2))
        else:
            self._write(EXT4 + _size(code, 4))


def _module_of(obj, path):
    """The name of the module that an object is found in."""
    name = getattr(obj, "__module__", None)
    if name is not None:
        return name
    for name, module in list(sys.modules.items()):
        if name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            found = module
            for attribute in path:
                found = getattr(found, attribute)
        except AttributeError:
            continue
        if found is obj:
            return name
    return "__main__"


# What is written without asking anybody, and what is so unless it was written before.
_ATOMS = {
    type(None): Pickler._save_none,
    bool: Pickler._save_bool,
    int: Pickler._save_int,
    float: Pickler._save_float,
    str: Pickler._save_str,
    bytes: Pickler._save_bytes,
}
_CONTAINERS = {
    dict: Pickler._save_dict,
    list: Pickler._save_list,
    tuple: Pickler._save_tuple,
    set: Pickler._save_set,
    frozenset: Pickler._save_frozenset,
    bytearray: Pickler._save_bytearray,
    PickleBuffer: Pickler._save_buffer,
}
