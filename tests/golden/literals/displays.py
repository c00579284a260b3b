"""Displays: tuples, lists, dicts, sets, their nesting, order and repr."""
print((), (1,), (1, 2), [], [1,], {}, {1}, {1: 2}, {1: 2,}, set(), frozenset(), frozenset({3}))
print(((1, 2), [3, (4,)], {5: {6: [7]}}), ([],), [()], {(): []})
x = 1,
print(x, type(x), (1), type((1)), ((1,),))
print([1, 2, *[3, 4], *"ab", *()], (*[1], *{2: 3}), {*[1], *(1, 2)}, {**{"a": 1}, "b": 2, **{"a": 3}})
def note(value):
    print("eval", value, end="; ")
    return value
print([note(1), *[note(2)], note(3)])
print({note("k1"): note("v1"), **{note("k2"): note("v2")}, note("k3"): note("v3")})
print({1: "a", True: "b", 1.0: "c"}, {1, True, 1.0}, {0: "zero", False: "false"})
for source in ["{[]: 1}", "{[]}", "{{}}", "{**[]}", "{**1}", "[*1]", "(*None,)", "{*1}", "{([],): 1}", "{*[[]]}", "{**{}, **'x'}"]:
    try:
        print(eval(source))
    except TypeError as error:
        print(source, "->", error)
cycle = [1]
cycle.append(cycle)
print(cycle)
loop = {"self": None}
loop["self"] = loop
print(loop)
pair = ([],)
pair[0].append(pair)
print(pair)
mixed = {"list": cycle, "tuple": pair}
cycle.append(mixed)
print(cycle)
print(None, ..., Ellipsis, NotImplemented, True, False, type(...), type(None), type(NotImplemented))
print({"b": 1, "a": 2}, list({"b": 1, "a": 2}), {1, 2} == {2, 1}, (1, 2) == [1, 2], {1: 2} == {1: 2.0})
