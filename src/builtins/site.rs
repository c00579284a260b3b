//! The names that CPython's `site` module adds to `builtins`: `exit`, `quit`, `copyright`, `credits`,
//! `license` and `help`. `help` is `pydoc`'s.

use crate::object::heap::{self, Kind, Ref};
use crate::object::lookup;
use crate::object::table::{TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::object::Plain;
use crate::types::{make_class, slots};
use crate::vm::Vm;

const OBJECT: TypeTable = TypeTable {
    module: "_sitebuiltins",
    kind: Kind::Instance,
    has_dict: true,
    ..TypeTable::DEFAULT
};

static QUITTER: TypeTable = TypeTable {
    name: "Quitter",
    methods: &[
        slots::repr(shown),
        method(
            "__call__(self, code=None)",
            quit,
            "Call self as a function.",
        ),
    ],
    ..OBJECT
};

static PRINTER: TypeTable = TypeTable {
    name: "_Printer",
    doc: "interactive prompt objects for printing the license text, a list of\ncontributors and the copyright notice.",
    methods: &[
        slots::repr(shown),
        method("__call__(self)", show, "Call self as a function."),
    ],
    ..OBJECT
};

static HELPER: TypeTable = TypeTable {
    name: "_Helper",
    doc: "Define the builtin 'help'.",
    methods: &[
        slots::repr(shown),
        method(
            "__call__(self, /, *args, **kwds)",
            help,
            "Call self as a function.",
        ),
    ],
    ..OBJECT
};

pub(super) fn fill(vm: &Vm, namespace: &Ref<Dict>) {
    let quitter = make_class(vm, &QUITTER, &vm.types.object);
    let printer = make_class(vm, &PRINTER, &vm.types.object);
    let helper = make_class(vm, &HELPER, &vm.types.object);
    let eof = "Ctrl-D (i.e. EOF)";
    let use_exit = |name: &str| format!("Use {name}() or {eof} to exit");
    for (name, class, text) in [
        ("quit", &quitter, use_exit("quit")),
        ("exit", &quitter, use_exit("exit")),
        (
            "copyright",
            &printer,
            "Copyright (c) the Dunder authors.\nAll Rights Reserved.".to_owned(),
        ),
        (
            "credits",
            &printer,
            "Thanks to everybody who made Python what it is.".to_owned(),
        ),
        ("license", &printer, "MIT OR Apache-2.0".to_owned()),
        (
            "help",
            &helper,
            "Type help() for interactive help, or help(object) for help about object.".to_owned(),
        ),
    ] {
        let object = heap::alloc(class, Plain);
        lookup::instance_set(vm, object.as_obj(), &vm.names.name, vm.str(name));
        lookup::instance_set(vm, object.as_obj(), &vm.intern("_text"), vm.str(&text));
        drop(namespace.set_name(&vm.intern(name), object.into()));
    }
}

fn shown(vm: &Vm, args: &[Value]) -> PyResult {
    lookup::get(vm, &args[0], &vm.intern("_text"))
}

fn quit(vm: &Vm, args: &[Value]) -> PyResult {
    let exit = vm.call(
        &vm.exceptions.SystemExit.value(),
        std::slice::from_ref(&args[1]),
    )?;
    Err(vm.raise_value(exit))
}

fn show(vm: &Vm, args: &[Value]) -> PyResult {
    let text = shown(vm, args)?;
    let unbound = Value::Unbound;
    super::io::print(
        vm,
        &[
            vm.tuple(vec![text]),
            vm.str(" "),
            vm.str("\n"),
            Value::None,
            unbound,
        ],
    )
}

fn help(vm: &Vm, args: &[Value]) -> PyResult {
    let pydoc = crate::exec::import::import_absolute(vm, "pydoc")?;
    let help = lookup::get(vm, &pydoc, &vm.intern("help"))?;
    let names = crate::types::type_::keyword_args(vm, &args[2]);
    let mut all = crate::object::ops::collect(vm, &args[1])?;
    let (names, values): (Vec<_>, Vec<_>) = names.into_iter().unzip();
    all.extend(values);
    vm.call_with(&help, &all, &names)
}
