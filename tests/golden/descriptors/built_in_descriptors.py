"""The descriptors that built-in types carry: kinds, reprs, calls, errors."""
import types
for owner, name in [(list, "append"), (str, "join"), (int, "real"), (int, "__add__"), (dict, "fromkeys"), (object, "__init__"), (type, "__dict__"), (type, "mro"), (property, "fget"), (types.FunctionType, "__code__"), (types.FunctionType, "__globals__"), (complex, "imag"), (object, "__new__"), (type, "__call__"), (list, "__getitem__"), (BaseException, "args"), (range, "start"), (slice, "step"), (float, "fromhex"), (object, "__class__"), (object, "__init_subclass__"), (int, "from_bytes"), (bytes, "fromhex"), (type, "__name__"), (dict, "__class_getitem__"), (classmethod, "__func__"), (super, "__thisclass__")]:
    raw = owner.__dict__[name]
    print(f"{owner.__name__}.{name}", type(raw).__name__, raw if type(raw).__name__ not in ("builtin_function_or_method", "classmethod") or "at 0x" not in repr(raw) else "", hasattr(raw, "__get__"), hasattr(raw, "__set__"), getattr(raw, "__objclass__", None), getattr(raw, "__name__", None), getattr(raw, "__qualname__", None))
append = list.append
l = []
append(l, 1)
append.__get__(l)(2)
append.__get__(l, list)(3)
print(l, append.__get__(None, list) is append, list.append is list.__dict__["append"], [].append.__self__, int.real.__get__(5), int.__dict__["real"].__get__(True))
for source in ["list.append()", "list.append(5, 1)", "list.append.__get__(5)", "list.append.__get__(None)", "int.real.__get__('a')", "int.real.__set__(5, 1)", "(5).real = 1", "int.__add__('a', 1)", "int.__add__(1, 'a')", "int.__add__(1)", "object.__init__()", "str.join.__call__(',', 'ab')", "list.__init__.__get__([])((1,))", "list.append.x", "list.append.__name__ = 'x'", "type.__dict__['__dict__'].__get__(5)", "range.start.__set__(range(3), 1)", "(lambda: 0).__globals__.__class__", "property.fget.__get__(property(len))", "BaseException.args.__set__(ValueError(1), [2, 3])", "BaseException.args.__get__(ValueError(1))", "dict.fromkeys('a')", "dict.fromkeys.__self__", "dict.__dict__['fromkeys'].__get__(None, dict)('ab')", "dict.__dict__['fromkeys']('a')", "dict.__dict__['fromkeys'].__get__(None, int)", "str.__dict__['maketrans'].__get__('')('a', 'b')", "int.__repr__(True)", "object.__repr__(5)[:20]", "object.__str__(True)", "int.__eq__(1, 'a')", "int.__lt__(1, 2.0)", "(1).__add__(2.0)", "(1).__radd__(2)", "'a'.__add__('b')", "'a'.__radd__", "[].__len__()", "[1].__contains__(1)", "(1).__bool__()", "[1, 2].__iter__().__next__()", "{}.__class__", "None.__bool__()", "None.__class__()", "(5).__class__.__class__", "len.__call__([1])", "len.__self__.__name__", "(1).__hash__() == hash(1)", "[].__hash__", "[].__class__.__hash__", "object.__hash__(5) != None", "type.__subclasses__(int)[0]", "type.mro(bool)", "int.mro()", "object.__dir__(5) != []", "object.__format__(5, '')", "object.__format__(5, 'x')", "object.__reduce_ex__", "object.__sizeof__(5) > 0", "object.__eq__(1, 1)", "object.__ne__(1, 1)", "object.__lt__(1, 1)"]:
    try:
        result = eval(source) if " = " not in source else exec(source)
        print(source, "=", result if " at 0x" not in repr(result) else type(result).__name__)
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
