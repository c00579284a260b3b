"""int, float, complex, round, trunc, floor, ceil, bool and index over classes with some of the methods."""
import math
import operator
import warnings

warnings.simplefilter("ignore")
METHODS = ["__int__", "__float__", "__complex__", "__index__", "__trunc__", "__round__", "__floor__", "__ceil__", "__bool__", "__abs__"]
VALUES = {"int": 3, "float": 2.5, "bool": True, "str": "x", "none": None, "complex": 1j}


class Ints(int):
    pass


class Floats(float):
    pass


USES = [int, float, complex, round, lambda o: round(o, 1), math.trunc, math.floor, math.ceil, bool, operator.index, hex, bin, chr, abs,
        lambda o: [0, 1, 2, 3][o], lambda o: "ab" * o, range, lambda o: "%d" % o, lambda o: "%.1f" % o, lambda o: int("11", o), math.sqrt,
        lambda o: slice(o).indices(5), bytes, lambda o: divmod(7, o)]
NAMES = ["int", "float", "complex", "round", "round1", "trunc", "floor", "ceil", "bool", "index", "hex", "bin", "chr", "abs", "item", "repeat",
         "range", "%d", "%.1f", "base", "sqrt", "slice", "bytes", "divmod"]
for method in METHODS:
    for label, value in [*VALUES.items(), ("Ints", Ints(4)), ("Floats", Floats(4.5))]:
        def answer(self, *args, value=value):
            return value
        o = type("C", (), {method: answer})()
        results = []
        for name, use in zip(NAMES, USES):
            try:
                result = use(o)
                results.append(f"{name}={type(result).__name__}:{result}")
            except Exception as e:
                if "C" not in str(e) or label == "int":
                    results.append(f"{name}!{type(e).__name__}:{e}")
        print(method, label)
        for result in results:
            print("   ", result)
