"""A Lisp in fifty lines: reader, environments as classes, macros as closures."""
class Symbol(str): pass
class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def find(self, name):
        if name in self: return self
        if self.outer is None: raise NameError(f"unbound symbol {name}")
        return self.outer.find(name)
class Lambda:
    def __init__(self, params, body, env): self.params, self.body, self.env = params, body, env
    def __call__(self, *args):
        if len(args) != len(self.params): raise TypeError(f"wanted {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))
def read(source):
    tokens = source.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
    def form():
        if not tokens: raise SyntaxError("unexpected end")
        token = tokens.pop(0)
        if token == "(":
            items = []
            while tokens and tokens[0] != ")": items.append(form())
            if not tokens: raise SyntaxError("missing )")
            tokens.pop(0)
            return items
        if token == ")": raise SyntaxError("unexpected )")
        if token == "'": return [Symbol("quote"), form()]
        for kind in (int, float):
            try: return kind(token)
            except ValueError: pass
        return Symbol(token)
    while tokens: yield form()
def evaluate(x, env):
    while True:
        match x:
            case Symbol(): return env.find(x)[x]
            case ["quote", datum]: return datum
            case ["if", test, yes, *no]: x = yes if evaluate(test, env) else (no[0] if no else None)
            case ["define", [name, *params], body]: env[name] = Lambda(params, body, env); return None
            case ["define", name, value]: env[name] = evaluate(value, env); return None
            case ["set!", name, value]: env.find(name)[name] = evaluate(value, env); return None
            case ["lambda", params, body]: return Lambda(params, body, env)
            case ["let", bindings, body]: env, x = Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env), body
            case ["begin", *forms, last]:
                for f in forms: evaluate(f, env)
                x = last
            case [head, *rest]:
                f, args = evaluate(head, env), [evaluate(a, env) for a in rest]
                if not isinstance(f, Lambda): return f(*args)
                x, env = f.body, Env(f.params, args, f.env)
            case atom: return atom
def show(v): return "(" + " ".join(map(show, v)) + ")" if isinstance(v, list) else {True: "#t", False: "#f"}.get(v, str(v)) if isinstance(v, bool) else str(v)
world = Env()
world.update({"+": lambda *a: sum(a), "-": lambda a, *b: a - sum(b) if b else -a, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "<": lambda a, b: a < b, "=": lambda a, b: a == b, "list": lambda *a: list(a), "cons": lambda a, b: [a, *b], "car": lambda a: a[0], "cdr": lambda a: a[1:], "null?": lambda a: a == []})
program = """(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20) (fact 30)
(define (map f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs))))) (map (lambda (x) (* x x)) '(1 2 3))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 5000 0)
(define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n)))) (define c (counter)) (c) (c) (list (c) (< 1 2) 2.5 'sym)
(let ((x 2) (y 3)) (* x y)) (undefined 1) (car '()) ((lambda (x) x) 1 2) (if (= 1 2) 'yes) (/ 1 0) (1 2)"""
for form in read(program):
    try:
        value = evaluate(form, world)
        if value is not None: print(show(value))
    except Exception as error: print(f"{type(error).__name__}: {error}")
for bad in ("(1 2", ")", "'"):
    try: list(read(bad))
    except SyntaxError as error: print(error)
