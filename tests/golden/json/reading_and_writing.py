# Reading and writing JSON: values, options, and what is wrong where.
import json
print(json.loads('{"a": [1, 2.5, -3e2, "x\\u00e9\\ud83d\\ude00\\n", null, true, false, {"b": {}}], "c": NaN}'))
print(json.dumps({"a": [1, 2.5, float("inf"), "xé😀\n\x00", None, True, False, {"b": {}, "é": ()}], 1: 2, None: 3, 2.5: 4, True: 5}))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, ensure_ascii=False, separators=(",", ":")), json.dumps({"b": 1, "a": [1, {"x": 2}]}, indent=2))
for s in ['', '[', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '[1,', '[1,]', '[1 2]', '"abc', '"\\x"', '"\\u12"', '"\\ud800\\u12"', '"\n"', '1.', '-', '01', 'nul', '[1] 2', '{1:2}', '{"a" 1}', '"\\ud800"', '1e', '1e5', '-0', '-0.0', '1' * 30, 'é', ' [ ] ', '{"a":1 "b"}', '"\\', '"\\u1234', '[NaN, -Infinity]', '"é\\q"', '[é]']:
    try: print(repr(s), ascii(json.loads(s)))
    except json.JSONDecodeError as e: print(repr(s), '->', e, e.pos, e.lineno, e.colno)
for o in [object(), {1, 2}, {(1,): 2}, [float('nan')], b'x', 1j]:
    try: print(json.dumps(o, allow_nan=False))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
d = {}; d['x'] = d
try: json.dumps(d)
except ValueError as e: print(e)
try: json.loads('[' * 100000)
except RecursionError as e: print('RecursionError')
x = []
for i in range(100000): x = [x]
try: json.dumps(x)
except RecursionError as e: print('RecursionError')
print(json.loads('{"a":1,"b":{"c":2}}', object_pairs_hook=list), json.loads('{"a":1,"b":{"c":2}}', object_hook=lambda d: sorted(d.items())), json.loads('[1, 2.0, NaN]', parse_int=str, parse_float=repr, parse_constant=lambda c: c))
print(json.dumps({(1,): 1, 2: 3}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True), json.dumps(object, default=lambda o: o.__name__), json.loads('"\t"', strict=False))
class I(int):
    def __repr__(self): return 'I'
class S(str): pass
class D(dict): pass
print(json.dumps([I(5), S('x'), D(a=1), (1, (2,))]), json.dumps("plain"), json.dumps("é", ensure_ascii=False), json.dumps(10**30))
print(json.dumps("\x7f\x80\u2028"), ascii(json.dumps("\x7f\x80\u2028", ensure_ascii=False)), json.dumps({"\x7f": 1}, indent=1))
nested = [[], {}, [1, {"a": [2], "b": ()}], {"z": 1, "y": {"x": None}}]
for options in [{"indent": 1}, {"indent": 0}, {"indent": -1}, {"indent": "é"}, {"indent": "", "separators": (" ,", "=")}, {"indent": 2, "sort_keys": True}]:
    print(json.dumps(nested, **options))
print(json.dumps({(1,): 1}, skipkeys=True, indent=1), json.dumps({(1,): 1, "a": 2}, skipkeys=True, indent=1), json.dumps({1j: 1, "a": {3, 4}}, skipkeys=True, indent=1, default=sorted))
try: json.dumps([1], indent=1.5)
except TypeError as e: print(e)
