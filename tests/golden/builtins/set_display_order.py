def h(n): 
    print("ev", n); return n
class H:
    def __init__(s, n): s.n = n
    def __hash__(s): print("hash", s.n); return hash(s.n)
    def __eq__(s, o): return s.n == o.n
    def __repr__(s): return f"H{s.n}"
def it(*a):
    print("it"); yield from map(H, a)
print(sorted(map(repr, {H(h(1)), *it(2, 3), H(h(4)), *it(5)})))
print(sorted(map(repr, {*it(2, 3), H(h(4))})))
for s in ("{*1}", "{1, *2}", "{*[[]]}", "{[], *h(1)}", "{*h([1]), []}", "{*it(1), *None}", "{*{1: 2}, *'ab', *b'a'}", "{*()}", "{*set(), 1, *{1, 2}, *frozenset([3])}", "{1, 1.0, True, *[1]}"):
    try: print(s, sorted(map(repr, eval(s))))
    except TypeError as e: print(e)
