"""~~^~~ under binary operators, subscripts and calls."""
import sys
def show(f, *args):
    try:
        f(*args)
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
a, b, c, n, l, d = 1, "two", [3], None, [1], {}
def add(): return a + b
def add_long(): return (a * 2) + (b * 2) + c
def spaces(): return a   +   b
def nested(): return (a + 1) * (2 - b)
def div(): return 1 + 2 * 3 / 0 - 4
def power(): return 2 ** b
def compare(): return a < b < c
def unary(): return -b
def unary_not(): return not (a + b)
def index(): return l[5]
def index_expr(): return l[a + 10][0]
def key(): return d["missing"]["deeper"]
def none_index(): return n[0]
def slice_(): return l["a":2]
def attr(): return a.missing.deeper
def attr_call(): return b.upper().missing()
def call_none(): return n(1, 2)
def call_args(): return len(a)
def call_nested(): return len(len(l))
def in_(): return a in n
def matmul(): return a @ b
def floordiv(): return a // 0
def mod(): return 5 % (a - 1)
def shift(): return a << b
def bit_or(): return a | b
def string(): return "é" + a + "日本"
def wide(): return ["日本語", "é"][9] + "x"
def parenthesised(): return (
        a
        +
        b
    )
def long_line(): return a + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + b
def whole_statement(): a + b
def assign(): x = a + b
def store_item(): b[0] = 1
def store_attr(): a.x = 1
def del_item(): del l[7]
def del_attr(): del a.x
def aug(): x = 1; x += b
def aug_item(): d["k"] += 1
def unpack(): x, y = l
def for_(): [x for x in a]
def star(): print(*a)
def dstar(): print(**l)
def ternary(): return a + b if a else 0
def lambda_(): return (lambda x: x + b)(a)
def fstring(): return f"{a + b}"
def fstring_spec(): return f"value: {b:d}!"
def chained_methods(): return "x".upper().lower().strip(1)
for f in (add, add_long, spaces, nested, div, power, compare, unary, unary_not, index, index_expr, key, none_index, slice_, attr, attr_call, call_none, call_args, call_nested, in_, matmul, floordiv, mod, shift, bit_or, string, wide, parenthesised, long_line, whole_statement, assign, store_item, store_attr, del_item, del_attr, aug, aug_item, unpack, for_, star, dstar, ternary, lambda_, fstring, fstring_spec, chained_methods):
    show(f)
