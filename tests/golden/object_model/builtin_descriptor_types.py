"""The kinds of descriptors that built-in types have."""
import types
for text in ("str.upper", "int.__add__", "(5).__add__", "int.real", "dict.__dict__['fromkeys']", "dict.fromkeys", "len", "[].append", "object.__new__", "type.__dict__['__name__']", "BaseException.__dict__['args']", "types.FunctionType.__dict__['__globals__']", "property.fget", "slice.start", "str.__dict__['maketrans']", "object.__dict__['__class__']"):
    value = eval(text)
    print(text, type(value).__name__, getattr(value, "__name__", None), getattr(value, "__qualname__", None), getattr(value, "__objclass__", None), getattr(value, "__self__", "-") if text != "[].append" else "list")
