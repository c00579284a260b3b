"""What help says on keywords, symbols and topics.

A row is a text and the names of related rows, or the name of the row that stands for it (and of
related ones).
"""

KEYWORDS = {
    "False": "BOOLEAN",
    "None": "TRUTHVALUE",
    "True": "BOOLEAN",
    "and": "BOOLEAN",
    "as": "with import except",
    "assert": ("""
        assert condition
        assert condition, message

        Raises AssertionError, with the message, unless the condition is true. Under -O it does nothing
        and the condition is not evaluated: it is for what can't be wrong, not for checking input.
        """, "raise"),
    "async": ("""
        async def f(): ...
        async for x in xs: ...
        async with c as x: ...

        "async def" makes a coroutine function. Calling it makes a coroutine, which runs when something
        awaits it or an event loop (asyncio.run) drives it. "async for" and "async with" wait in __anext__,
        __aenter__ and __aexit__; they, and comprehensions with "async for", belong in such functions.
        """, "await def"),
    "await": ("""
        value = await awaitable

        Lets an event loop do other things until the awaitable (a coroutine, a task, anything with
        __await__) has its value. Only inside "async def".
        """, "async"),
    "break": ("""
        break

        Leaves the innermost "for" or "while" at once. The loop's "else" is not run; a "finally" on the
        way out is.
        """, "while for continue"),
    "class": ("""
        class C(Base, metaclass=M, option=value):
            attribute = 1
            def method(self): ...

        Runs the body in a namespace of its own, then makes a class of it: M("C", (Base,), namespace,
        option=value). The bases' classes decide on the metaclass where none is given; type is the usual
        one. Bases are told by __init_subclass__, descriptors by __set_name__.
        """, "CLASSES SPECIALMETHODS METACLASSES"),
    "continue": ("""
        continue

        Goes on with the next turn of the innermost "for" or "while".
        """, "while for break"),
    "def": ("""
        def f(a, /, b, c=0, *rest, d, e=1, **options) -> annotation:
            ...

        Binds the name to a function. Parameters before "/" are given by position, those behind "*" or
        "*rest" by name, others either way. Defaults are evaluated once, when "def" is run. A decorator
        in the line above, @g, binds the name to g(f) instead. With "yield" in its body it is a
        generator function.
        """, "FUNCTIONS lambda return yield"),
    "del": ("""
        del name, obj.attr, obj[key], obj[a:b]

        Unbinds a name, or asks an object to remove an attribute (__delattr__) or an item (__delitem__).
        The object that was there lives on while anything else refers to it.
        """, "ASSIGNMENT"),
    "elif": "if",
    "else": ("""
        Behind "if", runs where no condition was true. Behind "for" and "while", runs where the loop was
        not left by "break". Behind "try", runs where no exception was raised.
        In "a if condition else b" it is the other value.
        """, "if while for try"),
    "except": "try",
    "finally": "try",
    "for": ("""
        for target in iterable:
            ...
        else:
            ...

        Asks the iterable for an iterator (__iter__), then gives the target each value that the iterator
        has (__next__) until StopIteration. "else" is run unless the loop was left by "break". The target
        keeps its last value.
        """, "break continue while"),
    "from": "import yield raise",
    "global": ("""
        global name, other

        In a function or class: the names are the module's, for the whole block.
        """, "nonlocal NAMESPACES"),
    "if": ("""
        if condition:
            ...
        elif other:
            ...
        else:
            ...

        Runs the first block whose condition is true. As an expression: a if condition else b.
        """, "TRUTHVALUE"),
    "import": ("""
        import package.module
        import package.module as name
        from package.module import x, y as z
        from . import sibling
        from module import *

        Finds and runs the module, unless it is in sys.modules already, and binds names. "import a.b"
        binds a. In "from" dots stand for packages: one for the module's own, each other for a parent.
        "*" takes what __all__ lists, or all names without a leading underscore.
        """, "MODULES"),
    "in": ("""
        x in container      x not in container
        for x in iterable

        Asks __contains__, or else goes through the container, or asks for items 0, 1, 2 ... Of a string,
        x is a part; of a dict, a key.
        """, "SEQUENCES for"),
    "is": ("""
        a is b      a is not b

        Whether both are the same object. Equal values (==) need not be: compare with "is" what exists
        once, as None does.
        """, "COMPARISON"),
    "lambda": ("""
        lambda a, b=0: expression

        A function without a name that returns the expression's value.
        """, "FUNCTIONS def"),
    "nonlocal": ("""
        nonlocal name, other

        In a function: the names are the enclosing function's, which must bind them.
        """, "global NAMESPACES"),
    "not": "BOOLEAN",
    "or": "BOOLEAN",
    "pass": ("""
        pass

        Does nothing, where a statement has to stand.
        """, ""),
    "raise": ("""
        raise exception
        raise exception from cause
        raise

        Raises an exception: an instance, or a class, of which an instance is made. "from" sets
        __cause__; "from None" hides what was being handled. Alone, raises again what is being handled.
        """, "EXCEPTIONS try"),
    "return": ("""
        return
        return value

        Leaves the function, which gives the value, or None. "finally" blocks on the way out are run.
        """, "FUNCTIONS def"),
    "try": ("""
        try:
            ...
        except (KeyError, ValueError) as error:
            ...
        else:
            ...
        finally:
            ...

        The first "except" whose class the exception is an instance of handles it; its name is deleted
        at the end of the block. "else" is run where nothing was raised, "finally" in any case.
        "except*" takes the matching part of an exception group.
        """, "EXCEPTIONS raise"),
    "while": ("""
        while condition:
            ...
        else:
            ...

        Runs its block as long as the condition is true. "else" is run unless the loop was left by "break".
        """, "break continue if TRUTHVALUE"),
    "with": ("""
        with manager as name, other:
            ...

        Calls the manager's __enter__, binds the name to what that gives, runs the block and calls
        __exit__, whatever happened; a true answer to an exception swallows it. Managers may stand in
        parentheses, over several lines.
        """, "CONTEXTMANAGERS try"),
    "yield": ("""
        value = yield result
        yield from iterable

        Makes the function a generator: calling it gives an iterator that runs the body up to the next
        "yield" each time it is asked. The value is what send() was given, else None. "yield from" gives all
        of another iterable, and the value that generator returned.
        """, "FUNCTIONS for"),
}

TOPICS = {
    "ASSIGNMENT": ("""
        a = b = value
        a, *rest, b = values
        obj.attr = value
        obj[key] = value
        a += 1
        name: annotation = value
        (name := value)

        The right side is evaluated first, then the targets get it from left to right. Names are bound;
        attributes and items are asked of objects (__setattr__, __setitem__). "+=" tries __iadd__, which may
        change the object, then __add__. Nothing is copied: two names may mean one object.
        """, "del NAMESPACES"),
    "ATTRIBUTES": ("""
        obj.attr

        Calls type(obj).__getattribute__, which looks
          1. along the MRO of type(obj); a data descriptor (with __set__ or __delete__) found there decides;
          2. in obj.__dict__;
          3. takes what 1. has found: another descriptor's __get__ is called (methods come so), the rest is given
             as it is.
        Where nothing is found, __getattr__ is asked, then AttributeError is raised. In Dunder
        dunder.explain(obj, "attr") tells each step.
        """, "DESCRIPTORS SLOTS CLASSES"),
    "BOOLEAN": ("""
        a and b     b, if a is true, else a
        a or b      a, if a is true, else b
        not a       True or False

        The right side is evaluated only if it decides. True and False are the ints 1 and 0, of class bool.
        """, "TRUTHVALUE COMPARISON"),
    "CALLS": ("""
        f(1, *args, name=2, **options)

        Arguments are evaluated from left to right. "*" gives the items of an iterable, "**" those of a mapping.
        What is callable has a class with __call__: functions, methods, classes (which make an instance).
        """, "FUNCTIONS def"),
    "CLASSES": ("""
        An instance refers to its class, a class to its bases. The method resolution order, C.__mro__, is the
        order in which C and its bases are looked through; super() goes on behind the class in which it stands.
        Calling a class calls __new__, which makes the instance, and __init__, which fills it.
        """, "class ATTRIBUTES DESCRIPTORS METACLASSES SPECIALMETHODS"),
    "COMPARISON": ("""
        a == b   a != b   a < b   a <= b   a > b   a >= b   a is b   a in b

        a < b asks a.__lt__(b), then b.__gt__(a); a subclass on the right is asked first. "==" of objects that
        say nothing else is "is". a < b < c means a < b and b < c, with b evaluated once.
        """, "BOOLEAN is in"),
    "CONTEXTMANAGERS": ("""
        An object with __enter__(self) and __exit__(self, class, exception, traceback), for "with". The
        decorator contextlib.contextmanager makes them of generator functions.
        """, "with try"),
    "DESCRIPTORS": ("""
        An object in a class that decides what an attribute does, by
          __get__(self, instance, owner)     reading; instance is None when the class is asked
          __set__(self, instance, value)     assigning
          __delete__(self, instance)         deleting
          __set_name__(self, owner, name)    being told the name when the class is made
        Functions, property, classmethod, staticmethod and slots are descriptors. With __set__ or __delete__ it
        is a data descriptor, which goes before the instance's __dict__.
        """, "ATTRIBUTES SLOTS CLASSES"),
    "DICTIONARIES": ("""
        {key: value, **other}      {key: value for key, value in pairs}

        dict keeps the order of insertion. Keys are hashable; equal keys are one. See help(dict).
        """, "SEQUENCES"),
    "EXCEPTIONS": ("""
        Classes below BaseException. Programs catch those below Exception; KeyboardInterrupt and SystemExit are not.
        An exception has args, __traceback__, __cause__ ("from"), __context__ (what was being handled) and notes
        (add_note). ExceptionGroup holds several, for "except*".
        """, "try raise assert"),
    "FORMATTING": ("""
        f"{value!r:>{width}}"      "{0} {name}".format(1, name=2)      "%s %5.2f" % (a, b)

        Behind ":" is a format specification for type(value).__format__:
          [[fill]align][sign][z][#][0][width][grouping][.precision][type]
        align is < > ^ or =, sign + - or blank, grouping "," or "_"; type is one of b c d o x X n for whole numbers,
        e E f F g G % n for others, s for text. "!r", "!s" and "!a" take repr(), str() and ascii() of the value;
        "{value=}" shows the expression, too.
        """, "STRINGS"),
    "FUNCTIONS": ("""
        Objects that "def" and "lambda" make. Their attributes tell about them: __name__, __qualname__, __doc__,
        __module__, __defaults__, __kwdefaults__, __annotations__, __closure__, __code__, and __dict__ for others.
        As attributes of a class they are descriptors: instance.f is a method, whose first argument is the
        instance.
        """, "def lambda CALLS DESCRIPTORS"),
    "LISTS": ("""
        [a, b, *others]      [f(x) for x in xs if x]

        Sequences that can be changed. See help(list).
        """, "SEQUENCES SLICINGS"),
    "LOOPING": "for while",
    "METACLASSES": ("""
        The class of a class: type, or a subclass of it given as "class C(metaclass=M)". Making C calls
        M.__prepare__ for the namespace, runs the body in it and calls M(name, bases, namespace), that is
        M.__new__ and M.__init__. Attributes of C are looked for in M, too, so M's methods are C's.
        """, "class CLASSES ATTRIBUTES"),
    "MODULES": ("""
        A module is a namespace that running a file has filled; import it again and it is the one in sys.modules.
        Files are looked for in the folders of sys.path; a package is a folder (usually with __init__.py) with
        modules in it.
        """, "import"),
    "NAMESPACES": ("""
        A name that a function binds anywhere is local in the whole of it; others are looked for in the enclosing
        functions, the module and builtins. Classes' names are not seen from their methods. "global" and "nonlocal"
        say otherwise.
        """, "global nonlocal ASSIGNMENT"),
    "NUMBERS": ("""
        int has any number of digits: 1_000, 0xFF, 0o17, 0b11. float is a 64-bit number: 1.5, 1e9. complex: 2j.
        / gives a float, // rounds down, % has the sign of its right side, ** is a power.
        """, "OPERATORS"),
    "OPERATORS": ("""
        From what binds least to what binds most:
          :=    lambda    if - else    or    and    not
          in, not in, is, is not, <, <=, >, >=, !=, ==
          |    ^    &    <<, >>    +, -    *, @, /, //, %
          +x, -x, ~x    **    await    x[i], x(...), x.attr

        a + b asks a.__add__(b), then b.__radd__(a). A right side whose class is a subclass goes first.
        """, "COMPARISON BOOLEAN SPECIALMETHODS"),
    "SEQUENCES": ("""
        str, bytes, list, tuple, range: s[i], s[i:j:k], len(s), x in s, s + t, s * n, s.index(x), s.count(x).
        Negative positions count from the end.
        """, "SLICINGS LISTS TUPLES STRINGS"),
    "SLICINGS": ("""
        s[start:stop:step]

        The items from start up to, without, stop. What is missing means the beginning, the end and 1. Positions
        beyond the ends are no error. The object is asked by __getitem__ with a slice object.
        """, "SEQUENCES"),
    "SLOTS": ("""
        class C:
            __slots__ = ("x", "y")

        Instances have places for x and y, with a data descriptor for each in the class, and no __dict__ unless a base
        has one or "__dict__" is listed.
        """, "ATTRIBUTES DESCRIPTORS CLASSES"),
    "SPECIALMETHODS": ("""
        Methods that operators and functions call. They are looked for in the class, never in the instance.
          making            __new__ __init__ __del__ __init_subclass__ __set_name__
          as text           __repr__ __str__ __format__ __bytes__
          attributes        __getattribute__ __getattr__ __setattr__ __delattr__ __dir__
          descriptors       __get__ __set__ __delete__
          containers        __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __reversed__
                            __missing__
          comparing         __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __bool__
          numbers           __add__ __radd__ __iadd__ and so on; __neg__ __abs__ __int__ __float__ __index__ __round__
          calling, with     __call__ __enter__ __exit__
          classes           __instancecheck__ __subclasscheck__ __class_getitem__ __mro_entries__
          waiting           __await__ __aiter__ __anext__ __aenter__ __aexit__
        """, "CLASSES OPERATORS ATTRIBUTES"),
    "STRINGS": ("""
        'text'   "text"   '''lines'''   r"\\raw"   f"{value}"   b"bytes"

        str is made of code points and never changes. Escapes: \\n \\t \\\\ \\' \\" \\xhh \\uhhhh \\Uhhhhhhhh \\N{name}.
        Literals side by side are one. See help(str).
        """, "FORMATTING SEQUENCES"),
    "TRUTHVALUE": ("""
        False are None, False, zeros and what is empty: __bool__ is asked, then whether __len__ gives 0. Everything else
        is true.
        """, "if while BOOLEAN"),
    "TUPLES": ("""
        ()   (a,)   a, b   (*xs, y)

        Sequences that never change; the comma makes them. See help(tuple).
        """, "SEQUENCES"),
    "TYPES": ("""
        type(x) is the class of x, which decides what x does. x.__class__ is an attribute that can be made to say
        something else, and isinstance() believes both. Most objects let their class be replaced by one of the same
        layout: x.__class__ = C.
        """, "CLASSES ATTRIBUTES"),
    "UNPACKING": "ASSIGNMENT CALLS",
    "match": ("""
        match subject:
            case 0 | 1: ...
            case [first, *rest]: ...
            case {"key": value, **others}: ...
            case Point(x=0, y=y) if y > 0: ...
            case str() as text: ...
            case _: ...

        Runs the first case whose pattern fits and whose guard is true. Names in patterns are bound; dotted names
        and literals are compared. Classes say by __match_args__ what positions mean.
        """, "if"),
}

SYMBOLS = {
    **dict.fromkeys("+ - * / // % @ ** << >> & | ^ ~".split(), "OPERATORS"),
    **dict.fromkeys("< <= > >= == !=".split(), "COMPARISON"),
    **dict.fromkeys("= += -= *= /= //= %= @= **= <<= >>= &= |= ^= :=".split(), "ASSIGNMENT"),
    **dict.fromkeys("' \" ''' \"\"\" r' u' b' f' r\" u\" b\" f\"".split(), "STRINGS"),
    "[": "LISTS SLICINGS",
    "]": "LISTS SLICINGS",
    "(": "TUPLES CALLS",
    ")": "TUPLES CALLS",
    "{": "DICTIONARIES FORMATTING",
    "}": "DICTIONARIES FORMATTING",
    ",": "TUPLES LISTS CALLS",
    ".": "ATTRIBUTES MODULES",
    "...": "SLICINGS",
    ":": "SLICINGS DICTIONARIES",
    "\\": "STRINGS",
    "_": "NAMESPACES",
    "__": "SPECIALMETHODS",
    "j": "NUMBERS",
    "J": "NUMBERS",
}
