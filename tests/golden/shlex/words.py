"""Words of command lines."""
import shlex
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in ["a b  c", "cp 'my file' \"x y\"", "a\\ b c\\\\d", "'open", "a\\", "x#y # z", "''", "a'b'c\"d\"", "\"a\\\"b\\$c\\x\"", "é à", "a\nb\tc", "", "a=b;c|d&&e>f", "'a\\'b"]:
    t(lambda: shlex.split(s)); t(lambda: shlex.split(s, comments=True)); t(lambda: shlex.split(s, posix=False)); t(lambda: list(shlex.shlex(s))); t(lambda: list(shlex.shlex(s, posix=True))); t(lambda: list(shlex.shlex(s, posix=True, punctuation_chars=True)))
print(shlex.quote("a b"), shlex.quote("it's"), shlex.quote(""), shlex.quote("safe-1.txt"), shlex.join(["a", "b c", "d'e"]))
t(lambda: shlex.split(None))
x = shlex.shlex("a b\nc"); print(x.get_token(), x.lineno); x.push_token("p"); print(list(x), x.lineno, repr(x.get_token()), x.error_leader("f"))
