//! The `builtins` module: one table of its functions, and the classes and constants it holds. The
//! functions are in the files of this folder.

mod attributes;
mod build_class;
mod code;
mod io;
mod iteration;
mod numbers;
mod site;
mod syntax_tree;

pub use attributes::names_of;

use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::NativeModule;
use crate::types::Types;
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The module.
pub const BUILTINS: NativeModule = NativeModule {
    name: "builtins",
    doc: "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a builtin and need the\nbuilt-in of that name.",
    functions: FUNCTIONS,
    fill,
};

/// Whether this is `__import__`, which import statements call without a detour.
pub fn is_import(row: &'static Row) -> bool {
    std::ptr::eq(row, &FUNCTIONS[IMPORT])
}

/// Its place among the functions.
const IMPORT: usize = 1;

/// The functions.
#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    method("__build_class__(func, name, /, *bases, **kwds)", build_class::build_class, "Internal helper function used by the class statement.").untold(),
    method("__import__(name, globals=None, locals=None, fromlist=(), level=0)", code::import, "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.").told("($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)"),
    method("abs(x, /)", numbers::abs, "Return the absolute value of the argument."),
    method("all(iterable, /)", iteration::all, "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True."),
    method("any(iterable, /)", iteration::any, "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False."),
    method("ascii(obj, /)", attributes::ascii, "Return an ASCII-only representation of an object."),
    method("bin(number, /)", numbers::bin, "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'"),
    method("breakpoint(*args, **kws)", io::breakpoint, "Call sys.breakpointhook(*args, **kws)."),
    method("callable(obj, /)", attributes::callable, "Return whether the object is callable (i.e., some kind of function)."),
    method("chr(i, /)", numbers::chr, "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."),
    method("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", code::compile, "Compile source into a code object that can be executed by exec() or eval().").told("($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)"),
    method("delattr(obj, name, /)", attributes::delattr, "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``"),
    method("dir(object=<unrepresentable>, /)", attributes::dir, "dir([object]) -> list of strings").untold(),
    method("divmod(x, y, /)", numbers::divmod, "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."),
    method("eval(source, /, globals=None, locals=None)", code::eval, "Evaluate the given source in the context of globals and locals."),
    method("exec(source, /, globals=None, locals=None, *, closure=None)", code::exec, "Execute the given source in the context of globals and locals."),
    method("format(value, format_spec='', /)", attributes::format, "Return type(value).__format__(value, format_spec)"),
    method("getattr(object, name, default=<unrepresentable>, /)", attributes::getattr, "getattr(object, name[, default]) -> value").untold().glanced(attributes::glance_getattr),
    method("globals()", code::globals, "Return the dictionary containing the current scope's global variables."),
    method("hasattr(obj, name, /)", attributes::hasattr, "Return whether the object has an attribute with the given name."),
    method("hash(obj, /)", attributes::hash, "Return the hash value for the given object."),
    method("hex(number, /)", numbers::hex, "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'"),
    method("id(obj, /)", attributes::id, "Return the identity of an object."),
    method("input(prompt='', /)", io::input, "Read a string from standard input.  The trailing newline is stripped."),
    method("isinstance(obj, class_or_tuple, /)", attributes::isinstance, "Return whether an object is an instance of a class or of a subclass thereof.").glanced(attributes::glance_isinstance),
    method("issubclass(cls, class_or_tuple, /)", attributes::issubclass, "Return whether 'cls' is derived from another class or is the same class."),
    method("iter(object, sentinel=<unrepresentable>, /)", iteration::iter, "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator").untold(),
    method("aiter(async_iterable, /)", iteration::aiter, "Return an AsyncIterator for an AsyncIterable object."),
    method("len(obj, /)", iteration::len, "Return the number of items in a container.").glanced(iteration::glance_len),
    method("locals()", code::locals, "Return a dictionary containing the current scope's local variables."),
    method("max(*args, key=None, default=<unrepresentable>)", iteration::max, "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value").counting_names().untold().quickly(iteration::quick_max),
    method("min(*args, key=None, default=<unrepresentable>)", iteration::min, "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value").counting_names().untold().quickly(iteration::quick_min),
    method("next(iterator, default=<unrepresentable>, /)", iteration::next, "next(iterator[, default])").untold(),
    method("anext(aiterator, default=<unrepresentable>, /)", iteration::anext, "Return the next item from the async iterator."),
    method("oct(number, /)", numbers::oct, "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'"),
    method("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", io::open, "Open file and return a stream.  Raise OSError upon failure.").told("($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)"),
    method("ord(c, /)", numbers::ord, "Return the Unicode code point for a one-character string."),
    method("pow(base, exp, mod=None)", numbers::pow, "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."),
    method("print(*args, sep=' ', end='\\n', file=None, flush=False)", io::print, "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream."),
    method("repr(obj, /)", attributes::repr, "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return\nan equal object."),
    method("round(number, ndigits=None)", numbers::round, "Round a number to a given precision in decimal digits."),
    method("setattr(obj, name, value, /)", attributes::setattr, "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``"),
    method("sorted(iterable, /, *, key=None, reverse=False)", iteration::sorted, "Return a new list containing all items from the iterable in ascending order."),
    method("sum(iterable, /, start=0)", numbers::sum, "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"),
    method("vars(object=<unrepresentable>, /)", attributes::vars, "vars([object]) -> dictionary").untold(),
];

/// The classes that are no exceptions.
fn classes(types: &Types) -> [&Ref<Class>; 26] {
    [
        &types.bool,
        &types.memoryview,
        &types.bytearray,
        &types.bytes,
        &types.classmethod,
        &types.complex,
        &types.dict,
        &types.enumerate,
        &types.filter,
        &types.float,
        &types.frozenset,
        &types.property,
        &types.int,
        &types.list,
        &types.map,
        &types.object,
        &types.range,
        &types.reversed,
        &types.set,
        &types.slice,
        &types.staticmethod,
        &types.str,
        &types.super_,
        &types.tuple,
        &types.type_,
        &types.zip,
    ]
}

/// The namespace of built-ins of the code that is running.
pub fn current(vm: &Vm) -> Ref<Dict> {
    let current = vm.with_frame(0, |frame| frame.builtins.clone());
    current.unwrap_or_else(|| vm.builtins.clone())
}

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let add = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    for (name, value) in [
        ("None", Value::None),
        ("Ellipsis", Value::Ellipsis),
        ("NotImplemented", Value::NotImplemented),
        ("False", Value::False),
        ("True", Value::True),
    ] {
        add(name, value);
    }
    for class in classes(&vm.types) {
        add(&class.name_text(), class.value());
    }
    add("__debug__", Value::True);
    for class in vm.exceptions.all() {
        add(&class.name_text(), class.value());
    }
    add("EnvironmentError", vm.exceptions.OSError.value());
    add("IOError", vm.exceptions.OSError.value());
    // This one comes from `io`.
    let open = vm.intern("open");
    if let Some(function) = namespace.remove_name(&open) {
        add("open", function);
    }
    site::fill(vm, namespace);
    Ok(())
}
