//! Checks that the types' tables are well-formed, without a program to run.

use crate::host::SandboxHost;
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::signature::Signature;
use crate::object::value::{PyResult, Value};
use crate::types::str::Str;
use crate::vm::Vm;
use std::rc::Rc;

fn vm() -> Rc<Vm> {
    Rc::new(Vm::new(Rc::new(SandboxHost::default())))
}

/// The `repr` of a result, or the error's class and text.
fn shown(vm: &Vm, result: PyResult) -> String {
    let text = |repr: Ref<Str>| repr.to_string();
    match result.and_then(|value| ops::repr(vm, &value)) {
        Ok(repr) => text(repr),
        Err(_) => {
            let exception = vm.take_pending();
            let message = exception
                .get::<crate::object::exception::Exception>()
                .map(|e| e.args.get());
            let message = ops::repr(vm, &message.unwrap_or(Value::None)).map(text);
            format!(
                "{}{}",
                vm.type_name(&exception),
                message.unwrap_or_default()
            )
        }
    }
}

fn method(vm: &Vm, this: &Value, name: &str, args: &[Value]) -> String {
    shown(vm, vm.call_method(this, &vm.intern(name), args))
}

#[test]
fn every_signature_parses() {
    let vm = vm();
    let _entered = crate::vm::enter(&vm);
    for class in vm.types.all() {
        for row in class.table.into_iter().flat_map(|table| table.methods) {
            let signature = Signature::parse(&vm, row.signature);
            assert!(!signature.parameters.is_empty(), "{}", row.signature);
        }
    }
}

#[test]
fn numbers_and_texts() {
    let vm = vm();
    let _entered = crate::vm::enter(&vm);
    let int = Value::Int;
    let big = ops::binary(&vm, &ops::POW, &int(2), &int(100)).expect("fits");
    assert_eq!(
        shown(&vm, Ok(big.clone())),
        "1267650600228229401496703205376"
    );
    assert_eq!(
        shown(&vm, ops::binary(&vm, &ops::FLOOR_DIV, &big, &int(-3))),
        "-422550200076076467165567735126"
    );
    assert_eq!(
        shown(&vm, ops::binary(&vm, &ops::POW, &int(2), &int(-2))),
        "0.25"
    );
    assert_eq!(
        shown(
            &vm,
            ops::binary(&vm, &ops::ADD, &int(1), &Value::float(0.5))
        ),
        "1.5"
    );
    assert_eq!(
        shown(
            &vm,
            ops::binary(&vm, &ops::AND, &Value::True, &Value::False)
        ),
        "False"
    );
    assert!(ops::eq(&vm, &Value::True, &Value::float(1.0)).expect("compares"));
    let s = vm.str("a,b,é");
    assert_eq!(method(&vm, &s, "upper", &[]), "'A,B,É'");
    assert_eq!(method(&vm, &int(5), "bit_length", &[]), "3");
    assert_eq!(
        shown(&vm, vm.call(&vm.types.int.value(), &[vm.str(" 12_3 ")])),
        "123"
    );
}
