//! Tests of scope analysis. The expectations are CPython 3.13's; tests/compare_scopes.py compares
//! whole libraries with it.

use dunder_grammar::ast::{Arguments, Ast, Expr, ExprKind, Ident, StmtKind};
use dunder_grammar::{LineIndex, MAX_DEPTH, Mode, Options, Span, SyntaxError, parse};

use super::{Access, Hints, ScopeId, ScopeKind, ScopeTree, analyse, mangle};

/// Without the checks that come after scope analysis.
fn unchecked() -> Options {
    Options {
        check: false,
        ..Mode::Module.into()
    }
}

fn analysed(source: &str) -> Result<ScopeTree, SyntaxError> {
    let parsed = parse(source, unchecked())?;
    analyse(&parsed.ast, source, &LineIndex::new(source))
}

fn tree(source: &str) -> ScopeTree {
    analysed(source).unwrap_or_else(|error| panic!("{source}: {error:?}"))
}

/// The only scope of that qualified name, counting inlined comprehensions by their own names.
fn find(tree: &ScopeTree, qualname: &str) -> ScopeId {
    let ids = (0..tree.scopes.len()).map(|id| ScopeId(id as u32));
    let mut found = ids.filter(|&id| tree.qualname(id) == qualname);
    match (found.next(), found.next()) {
        (Some(id), None) => id,
        _ => panic!("no single scope {qualname}"),
    }
}

fn access(tree: &ScopeTree, scope: &str, name: &str) -> (Access, String) {
    let resolved = tree.resolve(find(tree, scope), &name.into());
    (resolved.access, tree.qualname(resolved.owner))
}

fn names(names: &[Ident]) -> Vec<&str> {
    names.iter().map(|name| &**name).collect()
}

#[test]
fn errors_are_cpythons() {
    for (source, message, [line, offset, end_line, end_offset]) in ERRORS {
        let error = analysed(source).expect_err(source);
        let at = error.location.expect(source);
        assert_eq!(error.message, *message, "{source}");
        let place = [
            at.line,
            at.offset,
            at.end_line.unwrap_or(0),
            at.end_offset.unwrap_or(0),
        ];
        assert_eq!(place, [*line, *offset, *end_line, *end_offset], "{source}");
    }
}

#[test]
fn legal_oddities_are_accepted() {
    for source in LEGAL {
        tree(source);
    }
}

#[test]
fn names_mangle_as_in_their_class() {
    let mangled = |class, name: &str| mangle(class, &name.into()).to_string();
    assert_eq!(mangled(Some("C"), "__x"), "_C__x");
    assert_eq!(mangled(Some("__C"), "__x"), "_C__x");
    assert_eq!(mangled(Some("C"), "__x_"), "_C__x_");
    for (class, name) in [
        (Some("C"), "__x__"),
        (Some("C"), "_x"),
        (Some("C"), "__a.b"),
        (Some("__"), "__x"),
        (None, "__x"),
    ] {
        assert_eq!(mangled(class, name), name);
    }
    let tree = tree("class C[__T](__T, __U):\n def f(self): __x");
    let params = &tree[find(&tree, "<generic parameters of C>")];
    assert_eq!(&*params.mangle(&"__T".into()), "_C__T");
    assert_eq!(&*params.mangle(&"__U".into()), "__U");
}

#[test]
fn names_resolve_through_functions() {
    let tree =
        tree("def f(a, b):\n def g():\n  nonlocal a\n  global h\n  a = b = c\n return g\nx = 1\n");
    assert_eq!(access(&tree, "f", "a"), (Access::Cell, "f".into()));
    assert_eq!(access(&tree, "f", "b"), (Access::Fast, "f".into()));
    let g = "f.<locals>.g";
    assert_eq!(access(&tree, g, "a"), (Access::Free, g.into()));
    assert_eq!(access(&tree, g, "b"), (Access::Fast, g.into()));
    assert_eq!(access(&tree, g, "c"), (Access::Global, g.into()));
    assert_eq!(access(&tree, g, "h"), (Access::Global, g.into()));
    assert_eq!(access(&tree, "<module>", "x").0, Access::Name);
    assert_eq!(access(&tree, "<module>", "h").0, Access::Global);
    assert_eq!(names(&tree[find(&tree, "f")].cellvars), ["a"]);
    assert_eq!(names(&tree[find(&tree, g)].freevars), ["a"]);
}

#[test]
fn class_bodies_hide_their_names_from_functions() {
    let tree = tree(concat!(
        "def f(y):\n class C:\n  x = y\n  y = 1\n  z = w\n  def g(self): return x, y, __class__\n",
        "  type T = (x, y, z0)\n  [x for i in x]\n z0 = w = 1\n",
    ));
    let class = "f.<locals>.C";
    assert_eq!(access(&tree, class, "x").0, Access::Name);
    assert_eq!(access(&tree, class, "w").0, Access::NamespaceOrFree);
    let method = "f.<locals>.C.g";
    assert_eq!(access(&tree, method, "x").0, Access::Global);
    assert_eq!(access(&tree, method, "y").0, Access::Free);
    assert_eq!(access(&tree, method, "__class__").0, Access::Free);
    let alias = "f.<locals>.C.T";
    assert_eq!(access(&tree, alias, "x").0, Access::ClassdictOrGlobal);
    assert_eq!(access(&tree, alias, "z0").0, Access::ClassdictOrFree);
    let comprehension = "f.<locals>.C.<listcomp>";
    assert_eq!(
        access(&tree, comprehension, "x"),
        (Access::Global, class.into())
    );
    assert_eq!(access(&tree, comprehension, "i").0, Access::Fast);
    let class = &tree[find(&tree, class)];
    assert!(class.needs_class_cell && class.needs_classdict);
    assert_eq!(names(&class.cellvars), ["__class__", "__classdict__"]);
    assert_eq!(names(&class.freevars), ["w", "y", "z0"]);
}

#[test]
fn inlined_comprehensions_keep_their_variables_apart() {
    let tree = tree(concat!(
        "def f(x):\n return [(y := x) for x in x if z], [lambda: x for i in x]\n",
        "def g(x):\n return (x for x in x)\n",
    ));
    let f = &tree[find(&tree, "f")];
    assert_eq!(names(&f.varnames), ["x", "y", "i"]);
    assert_eq!(names(&f.cellvars), ["x"]);
    let [first, second] = f.children[..] else {
        panic!("two comprehensions");
    };
    assert!(tree[first].inlined && tree[second].inlined);
    let resolve = |scope, name: &str| {
        let resolved = tree.resolve(scope, &name.into());
        (resolved.access, resolved.owner)
    };
    let host = find(&tree, "f");
    assert_eq!(resolve(first, "x"), (Access::Fast, first));
    assert_eq!(resolve(first, "y"), (Access::Fast, host));
    assert_eq!(resolve(first, "z"), (Access::Global, host));
    assert_eq!(resolve(second, "x"), (Access::Cell, host));
    let generator = find(&tree, "g.<locals>.<genexpr>");
    assert!(!tree[generator].inlined && tree[generator].is_generator);
    assert_eq!(names(&tree[generator].varnames), [".0", "x"]);
}

#[test]
fn one_comprehension_does_not_capture_anothers_variable() {
    let tree = tree("def g(x):\n def f():\n  return [x for x in a], [x for y in b]\n return f");
    let f = find(&tree, "g.<locals>.f");
    let [_, second] = tree[f].children[..] else {
        panic!("two comprehensions");
    };
    assert_eq!(tree.resolve(second, &"x".into()).access, Access::Free);
    assert_eq!(names(&tree[f].freevars), ["x"]);
}

#[test]
fn variables_are_in_the_order_of_evaluation() {
    let order = |body: &str| {
        let tree = tree(&format!("def f(p):\n {}\n", body.replace('\n', "\n ")));
        names(&tree[find(&tree, "f")].varnames)[1..].join(" ")
    };
    assert_eq!(order("a = b = (c := 1)"), "c a b");
    assert_eq!(order("for a in (b := p): pass"), "b a");
    assert_eq!(order("a: int = (b := 1)"), "b a");
    assert_eq!(order("a: int"), "");
    assert_eq!(order("{(a := 1): (b := 2), (c := 3): (d := 4)}"), "a b c d");
    assert_eq!(order("@(a := p)\ndef b(c=(d := 1)): pass"), "a d b");
    assert_eq!(
        order("try:\n if p: return 1\n a = 1\nexcept p: b = 1\nelse: c = 1\nfinally: d = 1"),
        "d a c b"
    );
    assert_eq!(
        order("while p:\n try: break\n finally: a = 1\n b = 1"),
        "a b"
    );
    assert_eq!(
        order("match p:\n case [a, {1: b, **c}] | d.e as f: pass"),
        "a b c f"
    );
}

#[test]
fn generics_have_a_scope_of_their_own() {
    let source = "class C[T: (lambda: T) = int](T):\n def f[U](self, x: U): return T, U\n";
    let parsed = parse(source, unchecked()).expect(source);
    let tree = analyse(&parsed.ast, source, &LineIndex::new(source)).expect(source);
    let Ast::Module(body) = &parsed.ast else {
        panic!("a module");
    };
    let StmtKind::ClassDef(class) = &body[0].kind else {
        panic!("a class");
    };
    let params = tree.type_params(&class.type_params);
    assert_eq!(tree[params].kind, ScopeKind::TypeParams);
    assert_eq!(tree[tree.class(class)].parent, Some(params));
    assert_eq!(
        tree[tree.bound(&class.type_params[0])].kind,
        ScopeKind::TypeVarBound
    );
    let default = tree.default(&class.type_params[0]);
    assert_eq!(tree[default].kind, ScopeKind::TypeVarDefault);
    assert_eq!(access(&tree, "C.f", "T").0, Access::Free);
    assert_eq!(
        access(&tree, "<generic parameters of C>", "T"),
        (Access::Cell, "<generic parameters of C>".into())
    );
}

#[test]
fn qualified_names_are_cpythons() {
    let tree = tree(
        "def f():\n global g\n def g(): lambda: 0\n class C:\n  def m(self): return (0 for x in y)\n",
    );
    for name in [
        "g",
        "g.<locals>.<lambda>",
        "f.<locals>.C.m",
        "f.<locals>.C.m.<locals>.<genexpr>",
    ] {
        find(&tree, name);
    }
}

#[test]
fn future_annotations_leave_no_trace() {
    let tree =
        tree("from __future__ import annotations\ndef f(x: (lambda: y)) -> z:\n  a: b = 1\n");
    assert!(tree.future_annotations);
    assert_eq!(tree.scopes.len(), 2);
    let used = |scope: usize, name| tree.scopes[scope].symbols.contains_key(name);
    assert!(!used(0, "z") && !used(1, "b") && used(1, "a"));
}

#[test]
fn frame_inspection_is_noticed() {
    let tree = tree("def f(): return [locals() for x in y]\ndef g(): return lambda: super().x\n");
    let expected = Hints {
        locals: true,
        ..Hints::default()
    };
    assert_eq!(tree[find(&tree, "f")].hints, expected);
    assert_eq!(tree[find(&tree, "g")].hints, Hints::default());
    assert!(tree[find(&tree, "g.<locals>.<lambda>")].hints.super_);
}

#[test]
fn attributes_assigned_through_self_belong_to_the_class() {
    let tree = tree(concat!(
        "class C:\n def f(self):\n  self.b = self.a = 1\n  self.c += 1\n  self.d: int\n",
        "  for self.e in x: del self.f\n  def g(): self.__h = 1\n",
    ));
    let attributes = &tree[find(&tree, "C")].static_attributes;
    assert_eq!(
        attributes.iter().map(|a| &**a).collect::<Vec<_>>(),
        ["__h", "a", "b", "e"]
    );
}

#[test]
fn the_deepest_expressions_fit_the_stack() {
    let name = || expr(ExprKind::Name("x".into()), 1);
    let worker = move || {
        for wrap in [
            (|inner, _| ExprKind::Await(inner)) as fn(Box<Expr>, Box<Expr>) -> ExprKind,
            |inner, x| ExprKind::IfExp {
                test: x.clone(),
                body: x,
                orelse: inner,
            },
            |inner, _| ExprKind::Lambda {
                args: Box::new(Arguments::default()),
                body: inner,
            },
            |inner, x| ExprKind::Dict(vec![(Some(*x), *inner)]),
        ] {
            let deep = (2..=MAX_DEPTH).fold(name(), |inner, depth| {
                expr(wrap(Box::new(inner), Box::new(name())), depth)
            });
            let ast = Ast::Expression(Box::new(deep));
            let tree = analyse(&ast, "x", &LineIndex::new("x")).expect("no error");
            assert!(tree.scopes.len() == 1 || tree.scopes.len() == MAX_DEPTH as usize);
        }
    };
    let thread = std::thread::Builder::new()
        .stack_size(16 << 20)
        .spawn(worker);
    thread.expect("a thread").join().expect("no overflow");
}

fn expr(kind: ExprKind, depth: u32) -> Expr {
    Expr {
        span: Span::new(0, 1),
        depth,
        parenthesised: false,
        kind,
    }
}

/// Sources that look wrong but are not.
const LEGAL: &[&str] = &[
    "def f():\n import x\n global y, x",
    "def f():\n global x\n def x(): pass",
    "global x\nx: int",
    "[a := 1 for x in y]\nglobal a",
    "def f():\n global a\n [a := 1 for x in y]",
    "class A:\n def f(self): nonlocal __class__",
    "[1 for y in z if (x := 1) if [0 for x in w]]",
    "def f():\n class A[T]:\n  T = 1\n  def g(self): nonlocal T",
    "def f():\n x: [y async for y in z] = 1",
];

/// Source, message, position.
const ERRORS: &[(&str, &str, [i32; 4])] = &[
    (
        "class A:\n  nonlocal __class__",
        "no binding for nonlocal '__class__' found",
        [2, 3, 2, 21],
    ),
    (
        "def f():\n class A[T]:\n  def g(self):\n   nonlocal T",
        "nonlocal binding not allowed for type parameter 'T'",
        [4, 4, 4, 14],
    ),
    (
        "class A:\n [(x:=1) for y in z]",
        "assignment expression within a comprehension cannot be used in a class body",
        [2, 4, 2, 5],
    ),
    (
        "def f[T: [(x:=1) for y in z]](): pass",
        "assignment expression within a comprehension cannot be used in a TypeVar bound",
        [1, 12, 1, 13],
    ),
    (
        "def f[T: (x:=1)](): pass",
        "named expression cannot be used within a TypeVar bound",
        [1, 11, 1, 15],
    ),
    (
        "def f[T: (int,(x:=1))](): pass",
        "named expression cannot be used within a TypeVar constraint",
        [1, 16, 1, 20],
    ),
    (
        "def f[T=(x:=1)](): pass",
        "named expression cannot be used within a TypeVar default",
        [1, 10, 1, 14],
    ),
    (
        "def f[*T=(x:=1)](): pass",
        "named expression cannot be used within a TypeVarTuple default",
        [1, 11, 1, 15],
    ),
    (
        "def f[**T=(await x)](): pass",
        "await expression cannot be used within a ParamSpec default",
        [1, 12, 1, 19],
    ),
    (
        "def f[**T](x: (yield)): pass",
        "yield expression cannot be used within the definition of a generic",
        [1, 16, 1, 21],
    ),
    (
        "type X = (yield)",
        "yield expression cannot be used within a type alias",
        [1, 11, 1, 16],
    ),
    (
        "type X = [(x:=1) for y in z]",
        "assignment expression within a comprehension cannot be used in a type alias",
        [1, 12, 1, 13],
    ),
    (
        "class A[T]((yield)):pass",
        "yield expression cannot be used within the definition of a generic",
        [1, 13, 1, 18],
    ),
    (
        "class A[T]([(x:=1) for y in z]):pass",
        "assignment expression within a comprehension cannot be used within the definition of a generic",
        [1, 14, 1, 15],
    ),
    (
        "[[(x:=1) for x in y] for z in w]",
        "assignment expression cannot rebind comprehension iteration variable 'x'",
        [1, 4, 1, 5],
    ),
    (
        "[[(z:=1) for x in y] for z in w]",
        "assignment expression cannot rebind comprehension iteration variable 'z'",
        [1, 4, 1, 5],
    ),
    (
        "[[(z:=1) for x in (lambda:(z:=1))] for z in w]",
        "assignment expression cannot be used in a comprehension iterable expression",
        [1, 28, 1, 32],
    ),
    (
        "[x:=1 for y in z for x in w]",
        "assignment expression cannot rebind comprehension iteration variable 'x'",
        [1, 2, 1, 3],
    ),
    (
        "[1 for y in z if (x:=1) for x in w]",
        "comprehension inner loop cannot rebind assignment expression target 'x'",
        [1, 29, 1, 30],
    ),
    (
        "def f():\n nonlocal x\n global x",
        "name 'x' is nonlocal and global",
        [2, 2, 2, 12],
    ),
    (
        "def f(x):\n nonlocal x",
        "name 'x' is parameter and nonlocal",
        [2, 2, 2, 12],
    ),
    (
        "def f(x):\n global x",
        "name 'x' is parameter and global",
        [2, 2, 2, 10],
    ),
    (
        "def f():\n x:int=1\n global x",
        "annotated name 'x' can't be global",
        [3, 2, 3, 10],
    ),
    (
        "def f():\n x:int\n nonlocal x",
        "annotated name 'x' can't be nonlocal",
        [3, 2, 3, 12],
    ),
    (
        "def f():\n global x\n x:int",
        "annotated name 'x' can't be global",
        [3, 2, 3, 7],
    ),
    (
        "x:int\nglobal x",
        "annotated name 'x' can't be global",
        [2, 1, 2, 9],
    ),
    (
        "x=1\nglobal x",
        "name 'x' is assigned to before global declaration",
        [2, 1, 2, 9],
    ),
    (
        "nonlocal x",
        "nonlocal declaration not allowed at module level",
        [1, 1, 1, 11],
    ),
    (
        "def f():\n def g():\n  nonlocal x,y",
        "no binding for nonlocal 'x' found",
        [3, 3, 3, 15],
    ),
    (
        "def f():\n from x import *",
        "import * only allowed at module level",
        [2, 16, 2, 17],
    ),
    (
        "class f:\n from x import *",
        "import * only allowed at module level",
        [2, 16, 2, 17],
    ),
    (
        "def f():\n print(x)\n global x",
        "name 'x' is used prior to global declaration",
        [3, 2, 3, 10],
    ),
    (
        "def f():\n def x():pass\n global x",
        "name 'x' is assigned to before global declaration",
        [3, 2, 3, 10],
    ),
    (
        "def f(a,*a): pass",
        "duplicate argument 'a' in function definition",
        [1, 10, 1, 11],
    ),
    (
        "def f(*,a:int,**a): pass",
        "duplicate argument 'a' in function definition",
        [1, 17, 1, 18],
    ),
    (
        "lambda a,a: 1",
        "duplicate argument 'a' in function definition",
        [1, 10, 1, 11],
    ),
    (
        "class A:\n def f(__x,_A__x): pass",
        "duplicate argument '_A__x' in function definition",
        [2, 12, 2, 17],
    ),
    (
        "class A:\n def f():\n  def g(): nonlocal __x",
        "no binding for nonlocal '_A__x' found",
        [3, 12, 3, 24],
    ),
    (
        "{(yield):1 for x in y}",
        "'yield' inside dict comprehension",
        [1, 3, 1, 8],
    ),
    (
        "{1:(yield from 2) for x in y}",
        "'yield' inside dict comprehension",
        [1, 5, 1, 17],
    ),
    (
        "(((yield)) for x in y)",
        "'yield' inside generator expression",
        [1, 4, 1, 9],
    ),
    (
        "{((yield)) for x in y}",
        "'yield' inside set comprehension",
        [1, 4, 1, 9],
    ),
    (
        "def f():\n global f\n nonlocal f",
        "name 'f' is nonlocal and global",
        [2, 2, 2, 10],
    ),
    (
        "def f():\n x=1\n def g():\n  global x\n  def h():\n   nonlocal x",
        "no binding for nonlocal 'x' found",
        [6, 4, 6, 14],
    ),
    (
        "x\ndef f[T=int, U](): pass",
        "non-default type parameter 'U' follows default type parameter",
        [2, 14, 2, 15],
    ),
    (
        "class A[T=int, *U]: pass",
        "non-default type parameter 'U' follows default type parameter",
        [1, 16, 1, 18],
    ),
    (
        "class A[__T, __T]: pass",
        "duplicate type parameter '__T'",
        [1, 14, 1, 17],
    ),
    (
        "class A[__T, _A__T]: pass",
        "duplicate type parameter '_A__T'",
        [1, 14, 1, 19],
    ),
    (
        "from __future__ import annotations\nx: (y:=1)",
        "named expression cannot be used within an annotation",
        [2, 5, 2, 9],
    ),
    (
        "from __future__ import annotations\nx: [(y:=1) for z in w]\ndef f() -> (await 3): pass",
        "await expression cannot be used within an annotation",
        [3, 13, 3, 20],
    ),
    (
        "from __future__ import annotations\nasync def f() -> (await 3): pass",
        "await expression cannot be used within an annotation",
        [2, 19, 2, 26],
    ),
    (
        "def f():\n  [a:=1 for x in y]\n  global a",
        "name 'a' is assigned to before global declaration",
        [3, 3, 3, 11],
    ),
    (
        "def f():\n  def g():\n    nonlocal a\n    [a:=1 for x in y]\n",
        "no binding for nonlocal 'a' found",
        [3, 5, 3, 15],
    ),
    (
        "def f():\n  'éé'; x = 1; global x",
        "name 'x' is assigned to before global declaration",
        [2, 18, 2, 26],
    ),
    (
        "async def f():\n  yield 1\n  return 2",
        "'return' with value in async generator",
        [3, 3, 3, 11],
    ),
    (
        "def f():\n  return [x async for x in y]",
        "asynchronous comprehension outside of an asynchronous function",
        [2, 10, 2, 30],
    ),
    (
        "def f():\n  return [[x async for x in y] for z in w]",
        "asynchronous comprehension outside of an asynchronous function",
        [2, 10, 2, 43],
    ),
    (
        "class A[T]:\n  def f(self): nonlocal T",
        "nonlocal binding not allowed for type parameter 'T'",
        [2, 16, 2, 26],
    ),
];
