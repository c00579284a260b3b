"""A calculator: tokens, a recursive-descent parser, a tree, an evaluator and good error messages."""


class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Token:
    def __init__(self, kind, text, position):
        self.kind, self.text, self.position = kind, text, position


def tokenize(source):
    position = 0
    while position < len(source):
        char, start = source[position], position
        if char.isspace():
            position += 1
            continue
        if char.isdigit() or char == ".":
            while position < len(source) and (source[position].isdigit() or source[position] == "."):
                position += 1
            kind = "number"
        elif char.isalpha():
            while position < len(source) and source[position].isalnum():
                position += 1
            kind = "name"
        elif char in "+-*/%^()=,":
            position += 2 if source.startswith("**", position) else 1
            kind = "operator"
        else:
            raise CalcError(f"I don't know the character {char!r}", position)
        yield Token(kind, source[start:position], start)
    yield Token("end", "", len(source))


# How tightly an operator binds, and whether it groups to the right.
OPERATORS = {"+": (1, False), "-": (1, False), "*": (2, False), "/": (2, False), "%": (2, False), "^": (4, True), "**": (4, True)}
UNARY_STRENGTH = 3


class Parser:
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.token = next(self.tokens)

    def advance(self):
        token, self.token = self.token, next(self.tokens, self.token)
        return token

    def expect(self, text):
        if self.token.text != text:
            raise CalcError(f"expected {text!r}, found {self.token.text or 'the end'!r}", self.token.position)
        return self.advance()

    def statement(self):
        tree = self.expression(0)
        if self.token.text == "=" and tree[0] == "name":
            self.advance()
            tree = ("assign", tree[1], self.expression(0))
        if self.token.kind != "end":
            raise CalcError(f"unexpected {self.token.text!r}", self.token.position)
        return tree

    def expression(self, strength):
        left = self.operand()
        while self.token.text in OPERATORS and OPERATORS[self.token.text][0] > strength:
            operator = self.advance()
            own, to_the_right = OPERATORS[operator.text]
            left = ("binary", operator, left, self.expression(own - 1 if to_the_right else own))
        return left

    def operand(self):
        token = self.advance()
        match token.kind, token.text:
            case "number", text:
                try:
                    return "number", float(text) if "." in text else int(text)
                except ValueError:
                    raise CalcError(f"{text!r} is not a number", token.position) from None
            case "name", _ if self.token.text == "(":
                self.advance()
                return "call", token, list(self.arguments())
            case "name", _:
                return "name", token
            case _, "(":
                tree = self.expression(0)
                self.expect(")")
                return tree
            case _, "-" | "+" as sign:
                return "unary", sign, self.expression(UNARY_STRENGTH)
            case "end", _:
                raise CalcError("something is missing at the end", token.position)
            case _, text:
                raise CalcError(f"unexpected {text!r}", token.position)

    def arguments(self):
        while self.token.text != ")":
            yield self.expression(0)
            if self.token.text != ")":
                self.expect(",")
        self.advance()


class Calculator:
    functions = {"max": max, "min": min, "abs": abs, "sum": lambda *values: sum(values), "root": lambda x: x ** 0.5}

    def __init__(self):
        self.variables = {"pi": 3.141592653589793, "ans": 0}

    def evaluate(self, tree):
        match tree:
            case "number", value:
                return value
            case "name", token:
                if token.text not in self.variables:
                    raise CalcError(f"there is no variable {token.text!r}", token.position)
                return self.variables[token.text]
            case "assign", token, value:
                self.variables[token.text] = result = self.evaluate(value)
                return result
            case "unary", sign, operand:
                return -self.evaluate(operand) if sign == "-" else self.evaluate(operand)
            case "call", token, arguments:
                if token.text not in self.functions:
                    raise CalcError(f"there is no function {token.text!r}", token.position)
                try:
                    return self.functions[token.text](*map(self.evaluate, arguments))
                except TypeError:
                    raise CalcError(f"{token.text} does not take {len(arguments)} argument(s)", token.position) from None
            case "binary", operator, left, right:
                return self.apply(operator, self.evaluate(left), self.evaluate(right))

    def apply(self, operator, a, b):
        match operator.text:
            case "+": return a + b
            case "-": return a - b
            case "*": return a * b
            case "^" | "**": return a ** b
            case "/" | "%" if b == 0:
                raise CalcError("division by zero", operator.position)
            case "/": return a / b
            case "%": return a % b

    def run(self, source):
        print(">", source)
        try:
            self.variables["ans"] = result = self.evaluate(Parser(source).statement())
            print(f"  {result:g}" if isinstance(result, float) else f"  {result}")
        except CalcError as error:
            print(f"  {' ' * error.position}^ {error}")


calculator = Calculator()
for line in """1 + 2 * 3
(1 + 2) * 3
2 ^ 3 ^ 2
-2 ** 2
10 - 4 - 3
7 / 2
ans * 2
radius = 2.5
area = pi * radius ^ 2
max(1, area, 2 * 3) - min(4, 5)
root(abs(-16)) + sum(1, 2, 3)
2 ** 100
1 +
(1 + 2
4 / (2 - 2)
3 $ 4
speed * 2
sqrt(2)
root(1, 2)
1.2.3
2 3""".splitlines():
    calculator.run(line)
