"""Escapes that are warned of although an error follows."""
import warnings

sources = [
    "'\\e' $", "'\\e' 'a", "x = '\\e'\n$", "f('\\e', $)", "'\\e' '\\q' $", "('\\e' $", "f'\\e{1}' $",
    "x = $ '\\e'", "'\\e'\n'''abc", "'\\e' + 0777", "'\\e' 1a", "if 1:\n  '\\e'\n b", "print('\\e'\n",
    "x '\\e'", "x = '\\e' y", "x = '\\e' = 3 +", "['\\e' 3]", "'\\e'\n  x", "f'{x:\\e}' y", "b'\\e' 'x'",
    "class '\\e': pass", "def f('\\e'): pass", "for '\\e' in x y",
    "f'{f'\\e'}\\q' '\\z' $", "'\\a' f'{1}\\e{f'\\q'!r:\\w}' $",
]
for source in sources:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "s", "exec")
        except SyntaxError as error:
            print(repr(source), error.msg, [str(warning.message) for warning in caught])
