//! From syntax tree to executable tree: names become slots, nodes become `exec`'s. Nothing here
//! evaluates anything, and nothing here knows of tokens.

pub mod scope;

mod annotation_text;
mod class;
mod comprehension;
mod constants;
mod expr;
mod function;
mod generator;
mod generator_stmt;
mod import;
pub mod literal;
mod names;
mod operand;
pub mod outline;
mod pattern;
mod percent;
mod stmt;
mod type_params;

use crate::exec::deferred::Deferred;
use crate::exec::maker::Maker;
use crate::exec::tree::{CellSlot, Code, CodeKind, Parameters, Resumable, Source, Statement};
use crate::object::shape::{Name, NameMap};
use crate::object::value::Value;
use crate::vm::Vm;
use dunder_grammar::ast::{Ast, ClassDef, Ident, Stmt, StmtKind};
use dunder_grammar::hash::HashMap;
use dunder_grammar::{Span, SyntaxError};
use outline::Outline;
use scope::{ScopeId, ScopeTree};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What lowering depends on besides the tree.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// `from __future__ import annotations` is in force already.
    pub future_annotations: bool,
    /// `await` outside functions was asked for: that is refused as not supported.
    pub top_level_await: bool,
    /// Statements that are expressions go to `sys.displayhook`.
    pub interactive: bool,
    /// 1: no `assert`; 2 also drops doc strings. Unless given, what the command line said.
    pub optimize: Option<u8>,
}

impl Options {
    /// What scopes depend on.
    pub fn of_scopes(self) -> scope::Options {
        scope::Options {
            future_annotations: self.future_annotations,
            top_level_await: self.top_level_await,
        }
    }
}

/// The result of lowering, or what makes the program no program.
pub type Lowered<T> = Result<T, Box<SyntaxError>>;

/// Lowers a parsed module, interactive statement or expression.
///
/// # Errors
/// The SyntaxErrors that need scopes.
pub fn lower(vm: &Vm, ast: &Ast, source: &Rc<Source>, options: Options) -> Lowered<Rc<Code>> {
    lower_with(vm, ast, source, options, None).map(|(code, _)| code)
}

/// The nodes that a program becomes, outer ones first.
///
/// # Errors
/// As [`lower`].
pub fn outline(vm: &Vm, ast: &Ast, source: &Rc<Source>) -> Lowered<Vec<outline::Row>> {
    let outline = Some(Outline::default());
    lower_with(vm, ast, source, Options::default(), outline).map(|(_, rows)| rows)
}

fn lower_with(
    vm: &Vm,
    ast: &Ast,
    source: &Rc<Source>,
    options: Options,
    outline: Option<Outline>,
) -> Lowered<(Rc<Code>, Vec<outline::Row>)> {
    let tree = scope::analyse_with(ast, &source.text, source.lines(), options.of_scopes())
        .map_err(Box::new)?;
    let mut lowering = Lowering::new(vm, &tree, source, options);
    lowering.outline = outline;
    let code = lowering.top(ast)?;
    let rows = lowering.outline.map_or(Vec::new(), |outline| outline.rows);
    Ok((code, rows))
}

/// Lowers the only definition of a tree that is a part of a module, in the classes of these names, to the
/// function's code. It must not need cells of what is around it.
///
/// # Errors
/// As [`lower`].
pub fn lower_definition(
    vm: &Vm,
    ast: Ast,
    classes: &[Ident],
    source: &Rc<Source>,
    options: Options,
) -> Lowered<Rc<Code>> {
    let ast = match ast {
        Ast::Module(body) => Ast::Module(within(classes, body)),
        other => other,
    };
    let tree = scope::analyse_with(&ast, &source.text, source.lines(), options.of_scopes())
        .map_err(Box::new)?;
    Lowering::new(vm, &tree, source, options).definition(&ast)
}

/// A body inside of classes of these names.
fn within(classes: &[Ident], body: Vec<Stmt>) -> Vec<Stmt> {
    classes.iter().rev().fold(body, |body, name| {
        let span = Span::default();
        let class = ClassDef {
            name: name.clone(),
            name_span: span,
            bases: Vec::new(),
            keywords: Vec::new(),
            body,
            decorators: Vec::new(),
            type_params: Vec::new(),
        };
        let kind = StmtKind::ClassDef(Box::new(class));
        vec![Stmt { span, kind }]
    })
}

/// A code object being made.
struct Body {
    /// The scope whose frame it is.
    host: ScopeId,
    /// Slots of variables, by the scope that binds them.
    slots: HashMap<(ScopeId, Ident), u32>,
    /// Names of the slots that are variables.
    slot_names: Vec<Name>,
    locals: u32,
    /// Slots in use and the most that ever were.
    next: u32,
    cells: Vec<CellSlot>,
    comprehension_slots: Vec<(u32, bool)>,
    resumable: Resumable,
    /// The slot in which a resumable body notes what it waits for.
    waiting: u32,
    /// It never waits while it handles an exception.
    direct: bool,
    /// It may wait within a `try` or `with`.
    guarded: bool,
    /// The source of the body has a `:=`: peeking at locals needs care.
    walrus: bool,
    names: NameMap<()>,
    statements: Vec<Span>,
    consts: Vec<Value>,
    nested: Vec<Rc<Code>>,
    /// What will make it, if its statements have been left out.
    deferred: Option<Box<Deferred>>,
}

/// The state of lowering one source.
struct Lowering<'a> {
    vm: &'a Vm,
    tree: &'a ScopeTree,
    source: &'a Rc<Source>,
    options: Options,
    bodies: Vec<Body>,
    constants: constants::Constants,
    /// What has to suspend, and what has been computed before it.
    hoisted: generator::Hoisted,
    /// The scope the current syntax is in: the body's, or an inlined comprehension's inside of it.
    scope: ScopeId,
    /// Which nodes are made, if somebody wants to know.
    outline: Option<Outline>,
}

/// What goes into a [`Code`] besides the finished [`Body`].
struct CodeParts {
    name: Name,
    qualname: Name,
    span: Span,
    kind: CodeKind,
    parameters: Parameters,
    doc: Value,
    flags: u32,
    body: Statement,
}

impl<'a> Lowering<'a> {
    fn new(
        vm: &'a Vm,
        tree: &'a ScopeTree,
        source: &'a Rc<Source>,
        options: Options,
    ) -> Lowering<'a> {
        Lowering {
            vm,
            tree,
            source,
            options,
            bodies: Vec::new(),
            constants: constants::Constants::default(),
            hoisted: generator::Hoisted::default(),
            scope: ScopeId::TOP,
            outline: None,
        }
    }

    fn definition(&mut self, ast: &Ast) -> Lowered<Rc<Code>> {
        let nowhere = Span::default();
        self.open(ScopeId::TOP, Resumable::No, nowhere);
        let mut body = match ast {
            Ast::Module(body) | Ast::Interactive(body) => &body[..],
            Ast::Expression(_) => &[],
        };
        loop {
            let kind = body.first().map(|stmt| (&stmt.kind, stmt.span));
            match kind {
                Some((StmtKind::ClassDef(class), _)) => {
                    self.open(self.tree.class(class), Resumable::No, nowhere);
                    body = &class.body;
                }
                Some((StmtKind::FunctionDef(def), span)) => {
                    return self.definition_code(def, self.tree.function(def), span);
                }
                _ => return Err(self.error("not a definition", nowhere)),
            }
        }
    }

    fn top(&mut self, ast: &Ast) -> Lowered<Rc<Code>> {
        let span = Span::new(0, 0);
        self.open(
            ScopeId::TOP,
            Resumable::No,
            Span::new(0, self.source.text.len() as u32),
        );
        let (kind, body) = match ast {
            Ast::Module(body) | Ast::Interactive(body) => {
                self.options.interactive = matches!(ast, Ast::Interactive(_));
                (CodeKind::Module, self.module_body(body)?)
            }
            Ast::Expression(value) => {
                let value = self.expr(value)?;
                let ret: Statement = Box::new(crate::exec::stmt::Return { value });
                (CodeKind::Expression, ret)
            }
        };
        let name = self.vm.intern("<module>");
        let parts = CodeParts {
            qualname: name.clone(),
            name,
            span,
            kind,
            parameters: Parameters::default(),
            doc: Value::None,
            flags: 0,
            body,
        };
        Ok(self.close(parts))
    }

    /// Starts a code object for `scope`.
    fn open(&mut self, scope: ScopeId, resumable: Resumable, span: Span) {
        let walrus = self
            .source
            .text
            .get(span.start as usize..span.end as usize)
            .is_none_or(|text| text.contains(":="));
        self.bodies.push(Body {
            host: scope,
            slots: HashMap::default(),
            slot_names: Vec::new(),
            locals: 0,
            next: 0,
            cells: Vec::new(),
            comprehension_slots: Vec::new(),
            resumable,
            waiting: u32::MAX,
            direct: true,
            guarded: false,
            walrus,
            names: NameMap::default(),
            statements: Vec::new(),
            consts: Vec::new(),
            nested: Vec::new(),
            deferred: None,
        });
        self.scope = scope;
        let tree = self.tree;
        let info = &tree[scope];
        for name in &info.varnames {
            self.new_variable(scope, name);
        }
        self.body().locals = info.varnames.len() as u32;
        for name in &info.cellvars {
            // The cell may be a comprehension's, which has a slot of its own.
            let own = info.symbols.get(name).map(|symbol| symbol.resolution);
            if own == Some(scope::Resolution::Local) && info.kind != scope::ScopeKind::Class {
                continue;
            }
            let parameter = info.params.contains(name);
            let known = self.body().slots.get(&(scope, name.clone())).copied();
            let slot = known.unwrap_or_else(|| self.new_variable(scope, name));
            self.body().cells.push(CellSlot { slot, parameter });
        }
        if resumable != Resumable::No {
            self.body().waiting = self.new_temporary();
        }
    }

    /// Ends the code object that `open` started.
    fn close(&mut self, parts: CodeParts) -> Rc<Code> {
        let Some(body) = self.bodies.pop() else {
            unreachable!("close follows open")
        };
        let tree = self.tree;
        let free: Box<[Name]> = tree[body.host]
            .freevars
            .iter()
            .map(|name| self.vm.intern(name))
            .collect();
        if let Some(outer) = self.bodies.last() {
            self.scope = outer.host;
        }
        // `co_flags` of code under `from __future__ import annotations`.
        let future = if tree.future_annotations {
            0x100_0000
        } else {
            0
        };
        let p = parts.parameters;
        let simple = body.cells.is_empty()
            && !p.varargs
            && !p.varkeywords
            && p.keyword_only == 0
            && body.resumable == Resumable::No
            && body.deferred.is_none();
        let leaf = simple && parts.body.may_be_leaf_body();
        let maker = match simple {
            true => Maker::of(&*parts.body, p.positional),
            false => None,
        };
        let code = Rc::new(Code {
            name: parts.name,
            qualname: parts.qualname,
            source: self.source.clone(),
            span: parts.span,
            first_at: Cell::new(parts.span.start),
            kind: parts.kind,
            resumable: body.resumable,
            parameters: p,
            slot_names: body.slot_names.into(),
            locals: body.locals,
            frame_size: body.next,
            waiting: body.waiting,
            direct: body.direct,
            guarded: body.guarded,
            cells: body.cells.into(),
            comprehension_slots: body.comprehension_slots.into(),
            free,
            doc: parts.doc,
            flags: parts.flags | future,
            plain_count: if simple {
                p.positional
            } else {
                Code::NOT_PLAIN
            },
            maker,
            leaf_credit: Cell::new(if leaf { Code::LEAF_CREDIT } else { 0 }),
            names: body.names.into_keys().map(|key| key.0).collect(),
            statements: body.statements.into(),
            positions: RefCell::default(),
            consts: body.consts.into(),
            nested: RefCell::new(body.nested),
            object: RefCell::new(None),
            deferred: body.deferred,
            body: Rc::new(parts.body),
        });
        if let Some(outer) = self.bodies.last_mut() {
            outer.nested.push(code.clone());
        }
        code
    }

    fn body(&mut self) -> &mut Body {
        self.bodies
            .last_mut()
            .expect("lowering happens between open and close")
    }

    /// How much is left out: see [`Options::optimize`].
    fn optimize(&self) -> u8 {
        self.options.optimize.unwrap_or(0)
    }

    /// A slot for a variable.
    fn new_variable(&mut self, scope: ScopeId, name: &Ident) -> u32 {
        let interned = self.vm.intern(name);
        let body = self.body();
        let slot = body.next;
        body.next += 1;
        body.slot_names.resize(slot as usize, interned.clone());
        body.slot_names.push(interned);
        body.slots.insert((scope, name.clone()), slot);
        slot
    }

    /// A slot for a temporary.
    fn new_temporary(&mut self) -> u32 {
        let body = self.body();
        body.next += 1;
        body.next - 1
    }

    fn intern(&self, name: &Ident) -> Name {
        self.vm.intern(name)
    }

    /// A syntax error of lowering.
    fn error(&self, message: impl Into<String>, span: Span) -> Box<SyntaxError> {
        Box::new(SyntaxError::at(
            message,
            span,
            &self.source.text,
            self.source.lines(),
        ))
    }
}
