//! What Rust programs and the Python programs they run can do with each other. The rules are in
//! docs/EMBEDDING.md, whose code is tested with the library's documentation.

use dunder::object::value::Value;
use dunder::vm::Vm;
use dunder::{Exception, Interpreter, SandboxHost, ScriptError};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

fn python() -> Interpreter {
    Interpreter::new(Rc::new(SandboxHost::default()))
}

/// What an expression raises.
fn error(python: &Interpreter, expression: &str) -> String {
    match python.eval::<()>(expression) {
        Ok(()) => panic!("{expression} raises nothing"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn arguments_are_counted_and_converted() {
    let python = python();
    python.define(
        "shown",
        |number: i32, text: String, flag: Option<bool>, rate: Option<f64>| {
            format!("{number} {text} {flag:?} {rate:?}")
        },
    );
    let shown = |call: &str| python.eval::<String>(call).expect(call);
    assert_eq!(shown("shown(1, 'a')"), "1 a None None");
    assert_eq!(
        shown("shown(True, 'b', False, 2)"),
        "1 b Some(false) Some(2.0)"
    );
    assert_eq!(shown("shown(*[1, 'c', None, 0.5])"), "1 c None Some(0.5)");
    let wrong = [
        (
            "shown()",
            "TypeError: shown expected at least 2 arguments, got 0",
        ),
        (
            "shown(1, '', True, 0.5, 7)",
            "TypeError: shown expected at most 4 arguments, got 5",
        ),
        (
            "shown(1, text='')",
            "TypeError: shown() takes no keyword arguments",
        ),
        (
            "shown('1', '')",
            "TypeError: shown() argument 1: 'str' object cannot be interpreted as an integer",
        ),
        (
            "shown(1, 2)",
            "TypeError: shown() argument 2: expected str, got int",
        ),
        (
            "shown(2**31, '')",
            "OverflowError: shown() argument 1: int too large to convert to i32",
        ),
        (
            "shown(1, '', 0)",
            "TypeError: shown() argument 3: expected bool, got int",
        ),
    ];
    for (call, message) in wrong {
        assert_eq!(error(&python, call), message);
    }
}

#[test]
fn values_come_back_as_they_went() {
    let python = python();
    let ages: BTreeMap<String, u64> =
        [("Ada".to_owned(), 36), ("Alan".to_owned(), u64::MAX)].into();
    python.set("ages", ages.clone());
    assert_eq!(
        python
            .eval::<BTreeMap<String, u64>>("ages")
            .expect("a dict"),
        ages
    );
    assert_eq!(python.eval::<i64>("ages['Ada']").expect("an int"), 36);
    python.set("pair", ('x', vec![Some(1u8), None]));
    assert_eq!(
        python.eval::<String>("repr(pair)").expect("a str"),
        "('x', [1, None])"
    );
    let pair: (char, Vec<Option<u8>>) = python.eval("pair").expect("a tuple");
    assert_eq!(pair, ('x', vec![Some(1), None]));
    python.set("raw", &b"\x00\xff"[..]);
    assert_eq!(python.eval::<Vec<u8>>("raw").expect("bytes"), [0, 255]);
    let big: Result<u64, ScriptError> = python.eval("2 ** 64");
    assert_eq!(
        big.expect_err("too large").message,
        "int too large to convert to u64"
    );
    let negative: Result<usize, ScriptError> = python.eval("-1");
    assert_eq!(negative.expect_err("negative").class, "OverflowError");
    let map: HashMap<i64, String> = python
        .eval("{n: str(n) for n in range(3)}")
        .expect("a dict");
    assert_eq!(map[&2], "2");
}

#[test]
fn errors_become_exceptions() {
    let python = python();
    python.define("parsed", |text: String| text.parse::<i64>());
    assert_eq!(python.eval::<i64>("parsed('42')").expect("a number"), 42);
    assert_eq!(
        error(&python, "parsed('x')"),
        "RuntimeError: invalid digit found in string"
    );
    python.define("refused", |class: String| -> Result<(), Exception> {
        Err(Exception::new(&class, "refused"))
    });
    assert_eq!(
        error(&python, "refused('PermissionError')"),
        "PermissionError: refused"
    );
    assert_eq!(
        error(&python, "refused('StopIteration')"),
        "StopIteration: refused"
    );
    assert_eq!(
        error(&python, "refused('len')"),
        "SystemError: no exception class \"len\": refused"
    );
    let caught = "try: refused('KeyError')\nexcept KeyError as e: caught = e.args";
    python.run("caught.py", caught).expect("caught");
    assert_eq!(
        python.eval::<(String,)>("caught").expect("a tuple").0,
        "refused"
    );
}

#[test]
fn functions_keep_state_and_call_back() {
    let python = python();
    let log = Rc::new(RefCell::new(Vec::new()));
    let seen = log.clone();
    python
        .module("journal")
        .define("note", move |line: String| seen.borrow_mut().push(line));
    let program = "from journal import note\nfor word in ('one', 'two'): note(word)";
    python.run("notes.py", program).expect("runs");
    assert_eq!(*log.borrow(), ["one", "two"]);
    python.define("apply", |vm: &Vm, function: Value, args: Vec<Value>| {
        vm.call(&function, &args)
    });
    assert_eq!(
        python
            .eval::<i64>("apply(max, [3, 9, 4])")
            .expect("a number"),
        9
    );
    assert_eq!(
        error(&python, "apply(lambda: 1 / 0, [])"),
        "ZeroDivisionError: division by zero"
    );
    assert_eq!(
        error(&python, "apply(3, [])"),
        "TypeError: 'int' object is not callable"
    );
}

#[test]
fn functions_look_like_functions() {
    let python = python();
    python.module("tools").define("spin", || 1);
    python
        .run("use.py", "import tools, weakref")
        .expect("imports");
    let shown =
        "[repr(tools.spin), tools.spin.__name__, tools.spin.__module__, str(callable(tools.spin))]";
    let shown: Vec<String> = python.eval(shown).expect("texts");
    assert_eq!(shown, ["<built-in function spin>", "spin", "tools", "True"]);
    assert_eq!(
        python
            .eval::<i64>("list(map(lambda _: tools.spin(), 'ab'))[1]")
            .expect("a number"),
        1
    );
    // As built-in functions do, it stays itself as an attribute of a class.
    let method = "type('C', (), {'spin': tools.spin})().spin()";
    assert_eq!(python.eval::<i64>(method).expect("a number"), 1);
}

#[test]
fn programs_define_what_rust_calls() {
    let python = python();
    python
        .run(
            "area.py",
            "def area(w, h=2): return w * h\nclass Box:\n    def size(self): return 5",
        )
        .expect("runs");
    assert_eq!(python.call::<f64>("area", (1.5, 4)).expect("a number"), 6.0);
    assert_eq!(python.call::<i64>("area", (3,)).expect("a number"), 6);
    assert_eq!(python.call::<i64>("Box().size", ()).expect("a number"), 5);
    let missing = python.call::<()>("volume", (1,)).expect_err("not there");
    assert_eq!(
        missing.to_string(),
        "NameError: name 'volume' is not defined"
    );
    let wrong = python.call::<()>("area", ()).expect_err("too few");
    assert_eq!(
        wrong.to_string(),
        "TypeError: area() missing 1 required positional argument: 'w'"
    );
}

#[test]
fn the_end_of_an_interpreter_is_that_of_its_programs() {
    let host = Rc::new(SandboxHost::default());
    let python = Interpreter::new(Rc::clone(&host) as _);
    let source = "import atexit\n\
                  atexit.register(print, 'exit')\n\
                  class C:\n    def __del__(self): print('gone')\n\
                  c = C()\n";
    python.run("ends.py", source).expect("runs");
    assert!(host.out.borrow().is_empty());
    drop(python);
    assert_eq!(*host.out.borrow(), b"exit\ngone\n");
}

#[test]
fn interpreters_leave_nothing_behind() {
    let resident = || {
        let memory = dunder::host::process_memory();
        memory.map_or(0, |memory| memory.resident)
    };
    let run_some = || {
        for _ in 0..40 {
            python()
                .run("cycle.py", "import re\nclass C: pass\n")
                .expect("runs");
        }
    };
    run_some();
    let before = resident();
    run_some();
    let grown = resident().saturating_sub(before);
    // One interpreter takes more than a megabyte.
    assert!(grown < 16 << 20, "{grown} bytes more");
}
