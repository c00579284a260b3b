"""A module's namespace begins with the names that every module has."""
import builtins, gc, itertools, json, math, sys, time, types

for module in builtins, gc, itertools, json, math, sys, time, types.ModuleType("m"):
    print(module.__name__, list(module.__dict__)[:5], repr(module.__package__))
