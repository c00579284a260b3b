//! Rust functions that programs can call, and the modules they are put into. The values are converted by
//! `convert`.

use crate::convert::{FromPython, IntoPython};
use crate::interpreter::Interpreter;
use crate::object::class::Class;
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{TypeTable, getter};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension;
use crate::types::dict::Dict;
use crate::types::native::NativePayload;
use crate::types::{sequence, slots};
use crate::vm::Vm;

/// An exception to raise in the program: a built-in class and a message.
///
/// Whatever implements [`std::error::Error`] becomes a RuntimeError by `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    class: String,
    message: String,
}

impl Exception {
    /// An exception of the built-in class of that name. (If there is none, SystemError says so when it is raised.)
    pub fn new(class: &str, message: impl Into<String>) -> Exception {
        Exception {
            class: class.to_owned(),
            message: message.into(),
        }
    }
}

impl<E: std::error::Error> From<E> for Exception {
    fn from(error: E) -> Exception {
        Exception::new("RuntimeError", error.to_string())
    }
}

/// What a Rust function may return: anything that can be handed to a program, or a `Result` of it
/// whose error becomes an exception.
pub trait Returned {
    /// The Python object.
    ///
    /// # Errors
    /// The function's own.
    fn returned(self, vm: &Vm) -> PyResult;
}

impl<T: IntoPython> Returned for T {
    fn returned(self, vm: &Vm) -> PyResult {
        Ok(self.into_python(vm))
    }
}

impl<T: IntoPython, E: Raise> Returned for Result<T, E> {
    fn returned(self, vm: &Vm) -> PyResult {
        match self {
            Ok(value) => Ok(value.into_python(vm)),
            Err(error) => Err(error.raise(vm)),
        }
    }
}

/// An error that a Rust function may return.
pub trait Raise {
    /// Makes it the pending exception.
    fn raise(self, vm: &Vm) -> Raised;
}

/// That of an operation of the interpreter is pending already.
impl Raise for Raised {
    fn raise(self, _vm: &Vm) -> Raised {
        self
    }
}

impl Raise for Exception {
    fn raise(self, vm: &Vm) -> Raised {
        let found = vm.builtins.get_name(&vm.intern(&self.class));
        let class = found.as_ref().and_then(|class| class.as_ref::<Class>());
        match class.filter(|class| class.is_subclass(&vm.exceptions.BaseException)) {
            Some(class) => vm.raise(class, &self.message),
            None => {
                let text = format!("no exception class {:?}: {}", self.class, self.message);
                vm.raise(&vm.exceptions.SystemError, &text)
            }
        }
    }
}

impl<E: std::error::Error> Raise for E {
    fn raise(self, vm: &Vm) -> Raised {
        Exception::from(self).raise(vm)
    }
}

/// A Rust function or closure with up to six parameters, each of a type that can be taken from a program.
/// It may have the [`Vm`] before them. Parameters at the end whose type is an `Option` can be left out.
/// `Parameters` only tells the implementations apart.
pub trait RustFunction<Parameters>: 'static {
    /// The fewest and the most arguments of a call.
    const COUNT: (usize, usize);
    /// Calls it with as many arguments as that.
    ///
    /// # Errors
    /// TypeError or OverflowError for an argument of another type, and the function's own.
    fn call(&self, call: &Call<'_>) -> PyResult;
}

/// A call of a Rust function, with no fewer and no more arguments than it takes.
pub struct Call<'a> {
    vm: &'a Vm,
    name: &'a Name,
    args: &'a [Value],
}

impl Call<'_> {
    fn argument<T: FromPython>(&self, at: usize) -> PyResult<T> {
        let value = self.args.get(at).unwrap_or(&Value::None);
        T::from_python(self.vm, value).map_err(|raised| self.refused(at, raised))
    }

    /// The same error, told of the argument.
    #[cold]
    fn refused(&self, at: usize, raised: Raised) -> Raised {
        let vm = self.vm;
        let told = [&vm.exceptions.TypeError, &vm.exceptions.OverflowError];
        let Some(class) = told.into_iter().find(|class| vm.pending_is(class)) else {
            return raised;
        };
        match ops::str(vm, &vm.take_pending()) {
            Ok(text) => {
                let text = text.text.to_string_lossy();
                let name = self.name;
                vm.raise(class, &format!("{name}() argument {}: {text}", at + 1))
            }
            Err(raised) => raised,
        }
    }
}

const fn fewest(optional: &[bool]) -> usize {
    let mut count = optional.len();
    while count > 0 && optional[count - 1] {
        count -= 1;
    }
    count
}

macro_rules! rust_functions {
    ($($count:literal: $($parameter:ident $at:literal),*;)*) => {
        $(
            impl<F, R, $($parameter),*> RustFunction<($($parameter,)*)> for F
            where
                F: Fn($($parameter),*) -> R + 'static,
                R: Returned,
                $($parameter: FromPython),*
            {
                const COUNT: (usize, usize) = (fewest(&[$($parameter::IS_OPTIONAL),*]), $count);
                fn call(&self, call: &Call<'_>) -> PyResult {
                    self($(call.argument::<$parameter>($at)?),*).returned(call.vm)
                }
            }

            impl<F, R, $($parameter),*> RustFunction<(&Vm, $($parameter,)*)> for F
            where
                F: Fn(&Vm, $($parameter),*) -> R + 'static,
                R: Returned,
                $($parameter: FromPython),*
            {
                const COUNT: (usize, usize) = (fewest(&[$($parameter::IS_OPTIONAL),*]), $count);
                fn call(&self, call: &Call<'_>) -> PyResult {
                    self(call.vm, $(call.argument::<$parameter>($at)?),*).returned(call.vm)
                }
            }
        )*
    };
}

rust_functions! {
    0: ;
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, G 5;
}

/// The payload of functions.
struct Function {
    name: Name,
    module: Name,
    count: (usize, usize),
    call: Box<dyn Fn(&Call<'_>) -> PyResult>,
}

impl NativePayload for Function {
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> Option<PyResult> {
        Some(self.called(vm, args, names))
    }
}

impl Function {
    fn called(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        let name = self.name.to_string();
        if !names.is_empty() {
            return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
        }
        (self.call)(&Call {
            vm,
            name: &self.name,
            args: sequence::check_count(vm, &name, args, self.count)?,
        })
    }
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Function> {
    extension::this::<Function>(vm, std::slice::from_ref(value))
}

static RUST_FUNCTION: TypeTable = TypeTable {
    name: "rust_function",
    module: "dunder",
    doc: "A function of the program that runs this interpreter.",
    kind: Kind::Native,
    weakrefable: true,
    methods: &[
        slots::call(extension::call_row::<Function>),
        slots::repr(|vm, args| {
            let name = this(vm, &args[0])?.name.to_string();
            Ok(vm.str(&format!("<built-in function {name}>")))
        }),
    ],
    properties: &[
        getter("__name__", |vm, f| Ok(this(vm, f)?.name.value()), ""),
        getter("__qualname__", |vm, f| Ok(this(vm, f)?.name.value()), ""),
        getter("__module__", |vm, f| Ok(this(vm, f)?.module.value()), ""),
    ],
    ..TypeTable::DEFAULT
};

/// The names of one module, for the program around the interpreter.
pub struct Namespace<'a> {
    interpreter: &'a Interpreter,
    module: String,
    names: Ref<Dict>,
}

impl<'a> Namespace<'a> {
    pub(crate) fn new(
        interpreter: &'a Interpreter,
        module: &str,
        names: Ref<Dict>,
    ) -> Namespace<'a> {
        Namespace {
            interpreter,
            module: module.to_owned(),
            names,
        }
    }

    /// Gives a name a value.
    pub fn set(&self, name: &str, value: impl IntoPython) -> &Namespace<'a> {
        self.interpreter.enter(|vm| {
            let value = value.into_python(vm);
            drop(self.names.set_name(&vm.intern(name), value));
        });
        self
    }

    /// Gives a name a Rust function as its value.
    pub fn define<P, F: RustFunction<P>>(&self, name: &str, function: F) -> &Namespace<'a> {
        self.interpreter.enter(|vm| {
            let name = vm.intern(name);
            let payload = Function {
                name: name.clone(),
                module: vm.intern(&self.module),
                count: F::COUNT,
                call: Box::new(move |call| function.call(call)),
            };
            let class = extension::class(vm, &RUST_FUNCTION);
            drop(
                self.names
                    .set_name(&name, extension::alloc(&class, payload)),
            );
        });
        self
    }
}
