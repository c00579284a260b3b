"""A negated comparison by identity is warned of as the comparison that it becomes."""
import warnings

for source in [
    'not x is 1',
    'not (x is 1)',
    'not x is not "a"',
    'not not x is 1',
    'not (x is 1 is 2)',
    'not x is y',
    "not (not (x is 'a'))",
    'not (\nx is 1)',
    'if not x is (): pass',
    'not 1 is x',
    'not x is None',
    'not (x is 1) and y is 2',
    "not ('a' is 1)",
    "not (f('a' is b) is 3)",
    'not (x in 1)',
    '-(x is 1)',
    'not (x is 1 (2))',
    'not x == (y is 1)',
]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "<s>", "exec")
    print(repr(source), [(str(one.message), one.lineno) for one in caught])
