//! The constants of `sys` that describe the interpreter and the machine.

use crate::object::heap::Ref;
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::types::dict::Dict;
use crate::types::make_class;
use crate::types::struct_sequence::{OPEN_STRUCT, STRUCT, field, hidden, make, make_with};
use crate::vm::Vm;

static VERSION_INFO: TypeTable = TypeTable {
    name: "version_info",
    module: "sys",
    doc: "sys.version_info\n\nVersion information as a named tuple.",
    properties: &[
        field::<0>("major", "Major release number"),
        field::<1>("minor", "Minor release number"),
        field::<2>("micro", "Patch release number"),
        field::<3>("releaselevel", "'alpha', 'beta', 'candidate', or 'final'"),
        field::<4>("serial", "Serial release number"),
    ],
    ..STRUCT
};

static FLAGS: TypeTable = TypeTable {
    name: "flags",
    module: "sys",
    doc: "sys.flags\n\nFlags provided through command line arguments or environment vars.",
    properties: &[
        field::<0>("debug", "-d"),
        field::<1>("inspect", "-i"),
        field::<2>("interactive", "-i"),
        field::<3>("optimize", "-O or -OO"),
        field::<4>("dont_write_bytecode", "-B"),
        field::<5>("no_user_site", "-s"),
        field::<6>("no_site", "-S"),
        field::<7>("ignore_environment", "-E"),
        field::<8>("verbose", "-v"),
        field::<9>("bytes_warning", "-b"),
        field::<10>("quiet", "-q"),
        field::<11>("hash_randomization", "-R"),
        field::<12>("isolated", "-I"),
        field::<13>("dev_mode", "-X dev"),
        field::<14>("utf8_mode", "-X utf8"),
        field::<15>("warn_default_encoding", "-X warn_default_encoding"),
        field::<16>("safe_path", "-P"),
        field::<17>("int_max_str_digits", "-X int_max_str_digits"),
        hidden::<0>("gil", "-X gil"),
    ],
    hidden: 1,
    ..STRUCT
};

static FLOAT_INFO: TypeTable = TypeTable {
    name: "float_info",
    module: "sys",
    doc: "sys.float_info\n\nA named tuple holding information about the float type.",
    properties: &[
        field::<0>("max", ""),
        field::<1>("max_exp", ""),
        field::<2>("max_10_exp", ""),
        field::<3>("min", ""),
        field::<4>("min_exp", ""),
        field::<5>("min_10_exp", ""),
        field::<6>("dig", ""),
        field::<7>("mant_dig", ""),
        field::<8>("epsilon", ""),
        field::<9>("radix", ""),
        field::<10>("rounds", ""),
    ],
    ..OPEN_STRUCT
};

static INT_INFO: TypeTable = TypeTable {
    name: "int_info",
    module: "sys",
    doc: "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.",
    properties: &[
        field::<0>("bits_per_digit", ""),
        field::<1>("sizeof_digit", ""),
        field::<2>("default_max_str_digits", ""),
        field::<3>("str_digits_check_threshold", ""),
    ],
    ..OPEN_STRUCT
};

static HASH_INFO: TypeTable = TypeTable {
    name: "hash_info",
    module: "sys",
    doc: "hash_info\n\nA named tuple providing parameters used for computing hashes.",
    properties: &[
        field::<0>("width", ""),
        field::<1>("modulus", ""),
        field::<2>("inf", ""),
        field::<3>("nan", ""),
        field::<4>("imag", ""),
        field::<5>("algorithm", ""),
        field::<6>("hash_bits", ""),
        field::<7>("seed_bits", ""),
        field::<8>("cutoff", ""),
    ],
    ..OPEN_STRUCT
};

static THREAD_INFO: TypeTable = TypeTable {
    name: "thread_info",
    module: "sys",
    doc: "sys.thread_info\n\nWhat is known of the implementation of threads.",
    properties: &[
        field::<0>("name", ""),
        field::<1>("lock", ""),
        field::<2>("version", ""),
    ],
    ..OPEN_STRUCT
};

/// The command line's options, as `sys.flags` shows them.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `-d`
    pub debug: u8,
    /// `-i`, `PYTHONINSPECT`
    pub inspect: bool,
    /// `-i`
    pub interactive: bool,
    /// `-O`, `-OO`
    pub optimize: u8,
    /// `-E`
    pub ignore_environment: bool,
    /// `-I`
    pub isolated: bool,
    /// `-b`, `-bb`
    pub bytes_warning: u8,
    /// `-q`
    pub quiet: bool,
    /// `-s`
    pub no_user_site: bool,
    /// `-S`
    pub no_site: bool,
    /// `-B`
    pub dont_write_bytecode: bool,
    /// `-v`
    pub verbose: u8,
    /// `-P`
    pub safe_path: bool,
    /// `-X dev`
    pub dev_mode: bool,
    /// `-X utf8`
    pub utf8_mode: bool,
    /// `-X warn_default_encoding`
    pub warn_default_encoding: bool,
}

/// `sys.flags`
pub fn flags(vm: &Vm, flags: &Flags) -> Value {
    let on = |flag: bool| Value::Int(flag.into());
    let items = vec![
        Value::Int(flags.debug.into()),
        on(flags.inspect),
        on(flags.interactive),
        Value::Int(flags.optimize.into()),
        on(flags.dont_write_bytecode),
        on(flags.no_user_site || flags.isolated),
        on(flags.no_site),
        on(flags.ignore_environment || flags.isolated),
        Value::Int(flags.verbose.into()),
        Value::Int(flags.bytes_warning.into()),
        on(flags.quiet),
        on(vm.host.hash_seed() != Some(0)),
        on(flags.isolated),
        Value::bool(flags.dev_mode),
        on(flags.utf8_mode),
        on(flags.warn_default_encoding),
        Value::bool(flags.safe_path || flags.isolated),
        Value::Int(vm.state.digit_limit.get() as i64),
    ];
    let class = make_class(vm, &FLAGS, &vm.types.tuple);
    make_with(&class, items, vec![Value::Int(1)])
}

/// Adds the constants.
pub fn fill(vm: &Vm, namespace: &Ref<Dict>) {
    let add = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    for (name, text) in TEXTS {
        add(name, vm.str(text));
    }
    for (name, number) in NUMBERS {
        add(name, Value::Int(*number));
    }
    add("pycache_prefix", Value::None);
    add("_home", Value::None);
    add("dont_write_bytecode", Value::True);
    let origin = ["Dunder", "", ""].map(|part| vm.str(part));
    add("_git", vm.tuple(origin.to_vec()));
    fill_structures(vm, &add);
    let names = |names: &[&str]| names.iter().map(|name| vm.intern(name).value()).collect();
    let native: Vec<&str> = super::NATIVE_MODULES
        .iter()
        .map(|module| module.name)
        .collect();
    add("builtin_module_names", vm.tuple(names(&native)));
    let stdlib = vm.tuple(names(super::names::STDLIB_MODULE_NAMES));
    add("stdlib_module_names", namespace_set(vm, &stdlib));
}

const HEX_VERSION: i64 = 0x030D_00F0;

const TEXTS: &[(&str, &str)] = &[
    ("version", "3.13.0 (Dunder 0.1.0)"),
    (
        "copyright",
        "Copyright (c) the Dunder authors.\nAll Rights Reserved.",
    ),
    ("platform", "linux"),
    (
        "byteorder",
        if cfg!(target_endian = "big") {
            "big"
        } else {
            "little"
        },
    ),
    ("float_repr_style", "short"),
    ("platlibdir", "lib"),
    ("abiflags", ""),
    ("prefix", PREFIX),
    ("exec_prefix", PREFIX),
    ("base_prefix", PREFIX),
    ("base_exec_prefix", PREFIX),
];

const PREFIX: &str = "/usr/local";

const NUMBERS: &[(&str, i64)] = &[
    ("hexversion", HEX_VERSION),
    ("api_version", 1013),
    ("maxsize", i64::MAX),
    ("maxunicode", 0x10_FFFF),
];

/// The constants with fields.
fn fill_structures(vm: &Vm, add: &dyn Fn(&str, Value)) {
    let structure = |table: &'static TypeTable, items: &[Value]| {
        make(&make_class(vm, table, &vm.types.tuple), items.to_vec())
    };
    let int = Value::Int;
    let version = [int(3), int(13), int(0), vm.str("final"), int(0)];
    let version_info = structure(&VERSION_INFO, &version);
    add("implementation", implementation(vm, version_info.clone()));
    add("version_info", version_info);
    let float_info = [
        Value::float(f64::MAX),
        int(1024),
        int(308),
        Value::float(f64::MIN_POSITIVE),
        int(-1021),
        int(-307),
        int(15),
        int(53),
        Value::float(f64::EPSILON),
        int(2),
        int(1),
    ];
    add("float_info", structure(&FLOAT_INFO, &float_info));
    add(
        "int_info",
        structure(&INT_INFO, &[30, 4, 4300, 640].map(int)),
    );
    let hash_info = [
        int(64),
        int((1 << 61) - 1),
        int(314_159),
        int(0),
        int(1_000_003),
        vm.str("siphash13"),
        int(64),
        int(128),
        int(0),
    ];
    add("hash_info", structure(&HASH_INFO, &hash_info));
    let thread_info = [vm.str("pthread"), vm.str("semaphore"), Value::None];
    add("thread_info", structure(&THREAD_INFO, &thread_info));
}

/// `sys.implementation`
fn implementation(vm: &Vm, version_info: Value) -> Value {
    let implementation =
        crate::object::heap::alloc(&vm.types.simple_namespace, crate::types::object::Plain);
    for (name, value) in [
        ("name", vm.str("dunder")),
        ("cache_tag", vm.str("dunder-313")),
        ("version", version_info),
        ("hexversion", Value::Int(HEX_VERSION)),
        ("_multiarch", vm.str("x86_64-linux-gnu")),
    ] {
        crate::object::lookup::instance_set(vm, implementation.as_obj(), &vm.intern(name), value);
    }
    implementation.into()
}

/// A frozenset of the names, or the tuple itself while there is no such type.
fn namespace_set(vm: &Vm, names: &Value) -> Value {
    match vm.builtins.get_name(&vm.intern("frozenset")) {
        Some(class) => vm
            .call(&class, std::slice::from_ref(names))
            .unwrap_or_else(|_| {
                drop(vm.take_pending());
                names.clone()
            }),
        None => names.clone(),
    }
}
