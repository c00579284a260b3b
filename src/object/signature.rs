//! Signatures of native functions: parsed from their text, they bind the arguments of a call.
//!
//! Functions written in Python are bound in `exec::call`.

use super::class::Class;
use super::ops;
use super::shape::Name;
use super::table::{Flavour, Glance, Method, Native, Row};
use super::value::{PyResult, Raised, Value};
use crate::exec::frame::Pushed;
use crate::types::module::Module;
use crate::types::native::NativeFunction;
use crate::vm::Vm;
use smallvec::SmallVec;

/// The kinds of parameter. Reference: glossary, parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParameterKind {
    /// Before `/`.
    PositionalOnly,
    /// By position or by name.
    PositionalOrKeyword,
    /// `*args`
    VarPositional,
    /// After `*`.
    KeywordOnly,
    /// `**kwargs`
    VarKeyword,
}

/// A parameter.
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Its kind.
    pub kind: ParameterKind,
    /// The default; `Some(Unbound)` when the function itself decides (`=<unrepresentable>`).
    pub default: Option<Value>,
    /// The default as written.
    pub default_text: &'static str,
}

/// A parsed signature.
pub struct Signature {
    /// The function's name.
    pub name: &'static str,
    /// All parameters, `self` included.
    pub parameters: Vec<Parameter>,
    /// How many leading parameters can be given by position.
    pub positional: usize,
    /// How many of them have no default.
    pub required: usize,
    /// Only positional parameters: a call without keywords needs no binding.
    pub simple: bool,
    /// Nothing collects further arguments.
    no_collector: bool,
    /// What follows the parameters by position only collects, and there are few.
    collecting: bool,
    /// Nothing collects further arguments, and all that can only be given by name is optional.
    closed: bool,
    /// Whether the first parameter is the object itself, bound beforehand and not counted.
    pub has_self: bool,
    /// Whether its errors are those of a slot wrapper.
    slot: bool,
    /// Whether CPython unpacks its arguments under an empty name, however few they are.
    pub unpacked: bool,
    /// Whether its errors name it without its class or module.
    bare: bool,
    /// Whether it counts its keyword arguments before it looks at them.
    counts_names: bool,
    /// What a call by position runs.
    direct: Direct,
    /// What tells its answer at a glance.
    glance: Option<Glance>,
    /// Whether that changes something.
    changes: bool,
    /// What stands for each parameter that is not given.
    defaults: Box<[Value]>,
}

/// What a call by position runs when defaults are all that there may be to add.
#[derive(Clone, Copy)]
struct Direct {
    function: Method,
    /// The least number of arguments, and how many more there may be.
    least: usize,
    more: usize,
    /// So many the function gets, unless it takes what there is.
    full: usize,
}

impl Direct {
    /// For a function that is never called directly.
    const NEVER: Direct = Direct {
        function: |vm, _| Err(crate::types::internal_error(vm, "a call that is not bound")),
        least: usize::MAX,
        more: 0,
        full: 0,
    };

    fn of(row: &Row, signature: &Signature) -> Direct {
        match (row.quick, row.native) {
            _ if row.flavour == Flavour::New => Direct::NEVER,
            (Some(function), _) => Direct {
                function,
                least: 0,
                more: usize::MAX,
                full: 0,
            },
            (None, Native::Method(function)) if signature.closed => Direct {
                function,
                least: signature.required,
                more: signature.positional - signature.required,
                full: signature.parameters.len(),
            },
            _ => Direct::NEVER,
        }
    }
}

/// Whose function it is, for messages.
#[derive(Clone, Copy)]
pub struct Owner<'a> {
    /// The name of the type that declares it, empty for none.
    pub table: &'a str,
    /// The object it is bound to, whose class is named instead.
    pub receiver: Option<&'a Value>,
    /// The function, where a program has given it another module, which is named then.
    pub function: Option<&'a NativeFunction>,
}

impl Owner<'_> {
    fn text(self, vm: &Vm) -> String {
        use crate::types::type_::qualname;
        match self.receiver {
            None => self.table.to_owned(),
            Some(receiver) => match receiver.as_ref::<Class>() {
                Some(class) => qualname(vm, class),
                None if receiver.get::<Module>().is_some() => String::new(),
                None => qualname(vm, vm.class_of(receiver)),
            },
        }
    }
}

/// Where the bound arguments of a call are.
pub enum Bound<'a> {
    /// The call's own arguments are the bound ones.
    Same(&'a [Value]),
    /// Defaults stand for the rest; so many of the array are the bound ones.
    Few([Value; FEW], usize),
    /// They had to be put in order.
    New(Bindings),
}

/// Bound arguments, without an allocation while they are few.
type Bindings = SmallVec<[Value; 8]>;

/// Up to this many bound arguments need no allocation.
const FEW: usize = 6;

impl Bound<'_> {
    /// The bound arguments.
    pub fn as_slice(&self) -> &[Value] {
        match self {
            Bound::Same(args) => args,
            Bound::Few(args, len) => &args[..*len],
            Bound::New(args) => args,
        }
    }
}

impl Signature {
    /// Parses `"name(self, a, /, b=None, *args, c=0, **kw)"`.
    pub fn parse(vm: &Vm, text: &'static str) -> Signature {
        let (name, rest) = text.split_once('(').unwrap_or((text, ")"));
        let rest = rest.rsplit_once(')').map_or(rest, |(inner, _)| inner);
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut kind = ParameterKind::PositionalOrKeyword;
        for part in split_parameters(rest) {
            let part = part.trim();
            match part {
                "" => {}
                "/" => {
                    for parameter in &mut parameters {
                        parameter.kind = ParameterKind::PositionalOnly;
                    }
                }
                "*" => kind = ParameterKind::KeywordOnly,
                _ if part.starts_with("**") => {
                    parameters.push(parameter(vm, &part[2..], ParameterKind::VarKeyword));
                }
                _ if part.starts_with('*') => {
                    parameters.push(parameter(vm, &part[1..], ParameterKind::VarPositional));
                    kind = ParameterKind::KeywordOnly;
                }
                _ => parameters.push(parameter(vm, part, kind)),
            }
        }
        let by_position = |p: &&Parameter| {
            matches!(
                p.kind,
                ParameterKind::PositionalOnly | ParameterKind::PositionalOrKeyword
            )
        };
        let positional = parameters.iter().take_while(by_position).count();
        let required = parameters[..positional]
            .iter()
            .take_while(|p| p.default.is_none())
            .count();
        let collects = |p: &Parameter| {
            matches!(
                p.kind,
                ParameterKind::VarPositional | ParameterKind::VarKeyword
            )
        };
        let no_collector = !parameters.iter().any(collects);
        let closed = no_collector && parameters[positional..].iter().all(|p| p.default.is_some());
        let collecting = !no_collector
            && parameters.len() <= FEW
            && parameters[positional..].iter().all(collects)
            && parameters[positional].kind == ParameterKind::VarPositional;
        let simple = positional == parameters.len();
        let first = parameters.first().map(|p| p.name.to_string());
        let has_self = match first.as_deref() {
            Some("self" | "type" | "module") => true,
            // The one function of a module that has a parameter of that name.
            Some("cls") => name != "issubclass",
            _ => false,
        };
        let default = |p: &Parameter| p.default.clone().unwrap_or(Value::Unbound);
        let defaults = parameters.iter().map(default).collect();
        Signature {
            name,
            parameters,
            positional,
            required,
            simple,
            no_collector,
            collecting,
            closed,
            has_self,
            slot: super::table::is_slot(name),
            unpacked: false,
            bare: false,
            counts_names: false,
            direct: Direct::NEVER,
            glance: None,
            changes: false,
            defaults,
        }
    }

    /// The signature of a row.
    pub fn of(vm: &Vm, row: &'static Row) -> Signature {
        let parsed = Signature::parse(vm, row.signature);
        Signature {
            slot: row.is_special(),
            bare: row.bare,
            counts_names: row.counts_names,
            direct: Direct::of(row, &parsed),
            glance: row.glance,
            changes: row.changes,
            ..parsed
        }
    }

    /// Whether so many arguments by position need no more binding than defaults.
    #[inline(always)]
    pub fn fits(&self, count: usize) -> bool {
        count.wrapping_sub(self.direct.least) <= self.direct.more
    }

    /// Whether defaults have to follow so many arguments.
    #[inline(always)]
    pub fn has_more(&self, count: usize) -> bool {
        count < self.direct.full
    }

    /// Calls the function with arguments whose number fits, and which no defaults have to follow.
    ///
    /// # Errors
    /// What the function raises.
    #[inline(always)]
    pub fn call_full(&self, vm: &Vm, args: &[Value]) -> PyResult {
        (self.direct.function)(vm, args)
    }

    /// What tells at a glance what the function returns for arguments by position whose number
    /// [fits](Signature::fits), if there is such a thing.
    #[inline(always)]
    pub fn glance(&self) -> Option<Glance> {
        self.glance
    }

    /// As `glance`, for so many arguments, and where nothing is changed or `may_store`.
    #[inline(always)]
    pub fn leaf(&self, count: usize, may_store: bool) -> Option<Glance> {
        self.glance
            .filter(|_| self.fits(count) && (may_store || !self.changes))
    }

    /// Calls the function with arguments by position whose number [fits](Signature::fits).
    ///
    /// # Errors
    /// What the function raises; RecursionError when the stack is full.
    #[inline(always)]
    pub fn call_direct(&self, vm: &Vm, args: Pushed) -> PyResult {
        let (len, direct) = (args.len(), &self.direct);
        let args = match self.has_more(len) {
            true => args.with_more(vm, &self.defaults[len..])?,
            false => args,
        };
        let result = (direct.function)(vm, args.as_slice());
        args.dropped(vm);
        result
    }

    /// Puts the arguments of a call in the parameters' order. The last `names.len()` of `args` are
    /// keyword arguments.
    ///
    /// # Errors
    /// TypeError with CPython's text when they don't fit.
    #[inline]
    pub fn bind<'a>(
        &self,
        vm: &Vm,
        owner: Owner<'_>,
        args: &'a [Value],
        names: &[Name],
    ) -> PyResult<Bound<'a>> {
        if self.simple && names.is_empty() && args.len() == self.positional {
            return Ok(Bound::Same(args));
        }
        if self.closed
            && names.is_empty()
            && (self.required..=self.positional).contains(&args.len())
        {
            return Ok(self.bind_defaults(args));
        }
        if self.collecting && names.is_empty() && args.len() >= self.positional {
            return Ok(self.bind_rest(vm, args));
        }
        self.bind_slow(vm, owner, args, names)
    }

    /// Puts the defaults after the arguments of a call.
    fn bind_defaults<'a>(&self, args: &[Value]) -> Bound<'a> {
        let argument = |at: usize| {
            let value = args.get(at).or_else(|| self.defaults.get(at));
            value.cloned().unwrap_or(Value::Unbound)
        };
        match self.parameters.len() {
            len @ 0..=FEW => Bound::Few(std::array::from_fn(argument), len),
            len => Bound::New((0..len).map(argument).collect()),
        }
    }

    /// Collects the arguments by position that no parameter of their own is for.
    fn bind_rest<'a>(&self, vm: &Vm, args: &[Value]) -> Bound<'a> {
        let (own, rest) = args.split_at(self.positional);
        let mut bound = [const { Value::Unbound }; FEW];
        for (slot, arg) in bound.iter_mut().zip(own) {
            *slot = arg.clone();
        }
        bound[self.positional] = match rest {
            [] => vm.empty_tuple().clone().into(),
            _ => vm.tuple_of(rest.iter().cloned()),
        };
        if self.parameters.len() > self.positional + 1 {
            bound[self.positional + 1] = vm.no_keywords().into();
        }
        Bound::Few(bound, self.parameters.len())
    }

    fn bind_slow<'a>(
        &self,
        vm: &Vm,
        owner: Owner<'_>,
        args: &'a [Value],
        names: &[Name],
    ) -> PyResult<Bound<'a>> {
        let given = args.len() - names.len();
        let mut bound = Bindings::with_capacity(self.parameters.len());
        bound.extend(args[..given.min(self.positional)].iter().cloned());
        let variadic = self
            .parameters
            .get(self.positional)
            .is_some_and(|p| p.kind == ParameterKind::VarPositional);
        let too_many = self.no_collector && args.len() > self.parameters.len();
        if too_many || given > self.positional && !variadic {
            return Err(self.count_error(vm, owner, args.len(), names));
        }
        if variadic && !names.is_empty() {
            self.check_names_count(vm, owner, given - self.own_count(), names.len())?;
        }
        bound.resize(self.parameters.len(), Value::Unbound);
        if variadic {
            let extra = args[self.positional.min(given)..given].to_vec();
            bound[self.positional] = vm.tuple(extra);
        }
        let unfit = self.bind_names(vm, owner, &args[given..], names, &mut bound)?;
        for (slot, parameter) in bound.iter_mut().zip(&self.parameters) {
            if !slot.is_unbound() {
                continue;
            }
            match (&parameter.default, parameter.kind) {
                (Some(default), _) => *slot = default.clone(),
                (None, ParameterKind::VarPositional | ParameterKind::VarKeyword) => {}
                (None, _) => {
                    return Err(self.missing_error(vm, owner, args.len(), names, parameter));
                }
            }
        }
        // What was given twice, or a name that nothing has, is found when all else is there.
        match unfit {
            Some((name, Some(at))) => Err(self.twice_error(vm, owner, name, at)),
            Some((name, None)) => Err(self.unexpected_error(vm, owner, name)),
            None => Ok(Bound::New(bound)),
        }
    }

    /// TypeError where a function with `*args` counts its keyword arguments before it looks at them.
    fn check_names_count(
        &self,
        vm: &Vm,
        owner: Owner<'_>,
        given: usize,
        names: usize,
    ) -> PyResult<()> {
        let name = self.short_name(owner);
        if !self.counts_names {
            return Ok(());
        }
        if given == 0 && matches!(name, "min" | "max") {
            return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0")));
        }
        let most = self.parameters.len() - self.positional - 1;
        if names <= most {
            return Ok(());
        }
        Err(vm.type_error(format!(
            "{name}() takes at most {most} keyword argument{} ({names} given)",
            plural(most)
        )))
    }

    /// Stores the keyword arguments; gives the name of the first parameter that was given by position as
    /// well, with its position, or else the first name that no parameter has.
    fn bind_names<'n>(
        &self,
        vm: &Vm,
        owner: Owner<'_>,
        values: &[Value],
        names: &'n [Name],
        bound: &mut [Value],
    ) -> PyResult<Option<(&'n Name, Option<usize>)>> {
        let mut unfit: Option<(&Name, Option<usize>)> = None;
        let collector = self
            .parameters
            .iter()
            .position(|p| p.kind == ParameterKind::VarKeyword);
        let extra = collector.map(|at| {
            let dict = vm.dict();
            bound[at] = dict.value();
            dict
        });
        for (name, value) in names.iter().zip(values) {
            // Only the text counts, also of a subclass's instance.
            let plain = vm.interner.intern_object(name);
            let by_name = |p: &Parameter| {
                matches!(
                    p.kind,
                    ParameterKind::PositionalOrKeyword | ParameterKind::KeywordOnly
                ) && p.name == plain
            };
            match (self.parameters.iter().position(by_name), &extra) {
                (Some(at), _) if bound[at].is_unbound() => bound[at] = value.clone(),
                (Some(at), _)
                    if unfit.is_none_or(|(_, other)| other.is_none_or(|other| at < other)) =>
                {
                    unfit = Some((name, Some(at)));
                }
                (Some(_), _) => {}
                (None, Some(dict)) => drop(dict.ask_set_name(vm, name, value.clone())?),
                (None, None) if self.keyword_capable() => {
                    unfit = unfit.or(Some((name, None)));
                }
                (None, None) => return Err(self.unexpected_error(vm, owner, name)),
            }
        }
        Ok(unfit)
    }

    fn own_count(&self) -> usize {
        usize::from(self.has_self)
    }

    /// Whether what a program called is the class.
    fn is_construction(&self) -> bool {
        matches!(self.name, "__new__" | "__init__")
    }

    fn full_name(&self, vm: &Vm, owner: Owner<'_>) -> PyResult<String> {
        if self.is_construction() || self.bare {
            return Ok(self.short_name(owner).to_owned());
        }
        if let Some(function) = owner.function {
            let name = function.qualname(vm);
            let module = function.assigned_module().unwrap_or(Value::None);
            if module.is_none() {
                return Ok(name);
            }
            let module = ops::str(vm, &module)?.to_string();
            return Ok(match module == "builtins" {
                true => name,
                false => format!("{module}.{name}"),
            });
        }
        Ok(match owner.text(vm) {
            text if text.is_empty() => self.name.to_owned(),
            text => format!("{text}.{}", self.name),
        })
    }

    /// The name without the class's, or that of the class where it was called.
    fn short_name<'a>(&self, owner: Owner<'a>) -> &'a str {
        if !self.is_construction() {
            return self.name;
        }
        let other = CONSTRUCTORS.iter().find(|(name, _)| *name == owner.table);
        other.map_or(owner.table, |(_, shown)| shown)
    }

    /// Whether no parameter takes a keyword argument.
    pub fn takes_no_names(&self) -> bool {
        !self.keyword_capable()
    }

    fn keyword_capable(&self) -> bool {
        self.parameters.iter().skip(self.own_count()).any(|p| {
            !matches!(
                p.kind,
                ParameterKind::PositionalOnly | ParameterKind::VarPositional
            )
        })
    }

    /// `sorted` unpacks its positional arguments by itself and passes the others on to `list.sort`.
    fn unpacks_first(&self) -> bool {
        self.name == "sorted"
    }

    /// TypeError for a number of arguments that the function does not take.
    fn count_error(&self, vm: &Vm, owner: Owner<'_>, all: usize, names: &[Name]) -> Raised {
        let own = self.own_count();
        let counts = Counts {
            given: all.saturating_sub(own),
            most: self.positional.saturating_sub(own),
            least: self.required.saturating_sub(own),
        };
        let text = match self.keyword_capable() {
            false => self.positional_count_text(vm, owner, &counts, names),
            true => Ok(self.keyword_count_text(owner, &counts, names)),
        };
        match text {
            Ok(text) => vm.type_error(text),
            Err(raised) => raised,
        }
    }

    /// The message of a function without parameters that can be named.
    fn positional_count_text(
        &self,
        vm: &Vm,
        owner: Owner<'_>,
        counts: &Counts,
        names: &[Name],
    ) -> PyResult<String> {
        let Counts { given, most, least } = *counts;
        let wraps = self.slot && !self.is_construction();
        if !names.is_empty() && wraps {
            return Ok(format!(
                "wrapper {}() takes no keyword arguments",
                self.name
            ));
        }
        if !names.is_empty() {
            let name = self.full_name(vm, owner)?;
            return Ok(format!("{name}() takes no keyword arguments"));
        }
        if wraps {
            // The empty name of more than one argument leaves a space.
            let space = if most > 1 || self.unpacked { " " } else { "" };
            return Ok(format!("{space}{}", counts.expected()));
        }
        if most == 0 {
            let name = self.full_name(vm, owner)?;
            return Ok(format!("{name}() takes no arguments ({given} given)"));
        }
        if most == 1 && least == 1 && !self.is_construction() {
            let name = self.full_name(vm, owner)?;
            return Ok(format!(
                "{name}() takes exactly one argument ({given} given)"
            ));
        }
        Ok(format!("{} {}", self.short_name(owner), counts.expected()))
    }

    /// The message of a function with parameters that can be named.
    fn keyword_count_text(&self, owner: Owner<'_>, counts: &Counts, names: &[Name]) -> String {
        let Counts { given, most, least } = *counts;
        let name = self.short_name(owner);
        if self.name == "__build_class__" {
            return format!("{name}: not enough arguments");
        }
        if self.unpacks_first() {
            // What is left is for `list.sort`.
            let (all, named) = (self.parameters.len() - most, names.len());
            let given = given.saturating_sub(named);
            return match given == most {
                true => format!("sort() takes at most {all} keyword arguments ({named} given)"),
                false => format!("{name} {}", Counts { given, ..*counts }.expected()),
            };
        }
        let all = self.parameters.len() - self.own_count();
        let variadic = |p: &Parameter| p.kind == ParameterKind::VarKeyword;
        let is_open = most == 0 && self.parameters.iter().any(variadic);
        if given > all && !is_open {
            let kind = match given == names.len() {
                true => "keyword ",
                false => "",
            };
            return format!(
                "{name}() takes at most {all} {kind}argument{} ({given} given)",
                plural(all)
            );
        }
        if most == 0 {
            return format!("{name}() takes no positional arguments");
        }
        let word = if most == least { "exactly" } else { "at most" };
        format!(
            "{name}() takes {word} {most} positional argument{} ({} given)",
            plural(most),
            given - names.len()
        )
    }

    fn missing_error(
        &self,
        vm: &Vm,
        owner: Owner<'_>,
        all: usize,
        names: &[Name],
        parameter: &Parameter,
    ) -> Raised {
        if !self.keyword_capable() || self.unpacks_first() || self.name == "__build_class__" {
            return self.count_error(vm, owner, all - names.len(), names);
        }
        if parameter.kind == ParameterKind::PositionalOnly {
            return self.too_few_error(vm, owner, all - names.len());
        }
        let position = self
            .parameters
            .iter()
            .position(|p| p.name == parameter.name)
            .unwrap_or(0);
        vm.type_error(format!(
            "{}() missing required argument '{}' (pos {})",
            self.short_name(owner),
            parameter.name,
            position + 1 - self.own_count()
        ))
    }

    /// A required positional-only argument is missing, beside others that can be given by name.
    fn too_few_error(&self, vm: &Vm, owner: Owner<'_>, given: usize) -> Raised {
        let own = self.own_count();
        let only = |p: &&Parameter| p.kind == ParameterKind::PositionalOnly;
        let least = self
            .parameters
            .iter()
            .filter(only)
            .filter(|p| p.default.is_none());
        let least = least.count() - own;
        let word = match self.positional - own > least {
            true => "at least",
            false => "exactly",
        };
        let plural = if least == 1 { "" } else { "s" };
        vm.type_error(format!(
            "{}() takes {word} {least} positional argument{plural} ({} given)",
            self.short_name(owner),
            given.saturating_sub(own)
        ))
    }

    fn twice_error(&self, vm: &Vm, owner: Owner<'_>, name: &Name, at: usize) -> Raised {
        let variadic = |p: &Parameter| p.kind == ParameterKind::VarPositional;
        if self.parameters.iter().any(variadic) {
            let function = self.short_name(owner);
            return vm.type_error(format!("invalid keyword argument for {function}()"));
        }
        vm.type_error(format!(
            "argument for {}() given by name ('{name}') and position ({})",
            self.short_name(owner),
            at + 1 - self.own_count()
        ))
    }

    fn unexpected_error(&self, vm: &Vm, owner: Owner<'_>, name: &Name) -> Raised {
        if !self.keyword_capable() {
            let name = match self.slot && !self.is_construction() {
                true => Ok(format!("wrapper {}", self.name)),
                false => self.full_name(vm, owner),
            };
            return match name {
                Ok(name) => vm.type_error(format!("{name}() takes no keyword arguments")),
                Err(raised) => raised,
            };
        }
        let by_name = self.parameters.iter().filter(|p| {
            matches!(
                p.kind,
                ParameterKind::PositionalOrKeyword | ParameterKind::KeywordOnly
            )
        });
        let candidates: Vec<String> = by_name.map(|p| p.name.to_string()).collect();
        let hint = crate::types::did_you_mean(&name.to_string(), &candidates);
        vm.type_error(format!(
            "{}() got an unexpected keyword argument '{name}'{hint}",
            match self.unpacks_first() {
                true => "sort",
                false => self.short_name(owner),
            }
        ))
    }
}

/// Classes whose constructors have names of their own in messages.
const CONSTRUCTORS: &[(&str, &str)] = &[
    ("TypeVar", "typevar"),
    ("ParamSpec", "paramspec"),
    ("TypeVarTuple", "typevartuple"),
    ("TypeAliasType", "typealias"),
    ("ParamSpecArgs", "paramspecargs"),
    ("ParamSpecKwargs", "paramspeckwargs"),
    ("_lru_cache_wrapper", "lru_cache"),
    ("_tee_dataobject", "teedataobject"),
];

/// Numbers of positional arguments, without what the receiver takes.
struct Counts {
    given: usize,
    most: usize,
    least: usize,
}

impl Counts {
    fn expected(&self) -> String {
        let (word, limit) = match (self.most == self.least, self.given > self.most) {
            (true, _) => ("", self.most),
            (false, true) => ("at most ", self.most),
            (false, false) => ("at least ", self.least),
        };
        let given = self.given;
        format!(
            "expected {word}{limit} argument{}, got {given}",
            plural(limit)
        )
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Splits at commas outside of brackets and quotes.
fn split_parameters(text: &'static str) -> Vec<&'static str> {
    let (mut depth, mut start, mut quote) = (0i32, 0, None);
    let mut parts = Vec::new();
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(q), _) if c == q => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '[' | '{' | '<') => depth += 1,
            (None, ')' | ']' | '}' | '>') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn parameter(vm: &Vm, text: &'static str, kind: ParameterKind) -> Parameter {
    let (name, default_text) = match text.split_once('=') {
        Some((name, default)) => (name.trim(), default.trim()),
        None => (text.trim(), ""),
    };
    let default = text.contains('=').then(|| constant(vm, default_text));
    Parameter {
        name: vm.intern(name.trim_start_matches('$')),
        kind,
        default,
        default_text,
    }
}

/// The value of a default; anything but a simple literal is left to the function.
fn constant(vm: &Vm, text: &str) -> Value {
    match text {
        "None" => Value::None,
        "True" => Value::True,
        "False" => Value::False,
        "()" => vm.tuple(Vec::new()),
        _ => match (text.parse::<i64>(), text.chars().next()) {
            (Ok(i), _) => Value::Int(i),
            (_, Some('\'' | '"')) => {
                let inner = &text[1..text.len().max(2) - 1];
                vm.str(&inner.replace("\\n", "\n"))
            }
            _ => Value::Unbound,
        },
    }
}
