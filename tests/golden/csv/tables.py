"""Reading and writing tables in several dialects."""
import csv, io
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e), e)
def read(text, **k): return list(csv.reader(text.splitlines(True), **k))
for text in ['a,b,c\n1,2,3\n', '"a,b","c""d",e\n', 'a,"multi\nline",b\r\n', '\n\na\n', 'a,,\n', '""\n', 'a b,"c" d\n', '"a"x,b\n', ' a, "b"\n', 'a,b', '"open', 'a\rb\n', "x;y\n", "1,2.5,'q'\n", 'a\\,b,c\n', '"a\\"b"\n']:
    for k in ({}, {"delimiter": ";"}, {"quotechar": "'"}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"strict": True}, {"escapechar": "\\"}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "unix"}):
        t(lambda: read(text, **k))
t(lambda: read('1,"2",x\n', quoting=csv.QUOTE_NONNUMERIC)); t(lambda: read('1,"2",3.5\n', quoting=csv.QUOTE_NONNUMERIC)); t(lambda: read('a,"",\n', quoting=csv.QUOTE_NOTNULL)); t(lambda: read('1,"",\n', quoting=csv.QUOTE_STRINGS))
def write(rows, **k):
    f = io.StringIO(); w = csv.writer(f, **k); w.writerows(rows); return f.getvalue()
rows = [[1, "a", 2.5, None, True], ["q\"uote", "com,ma", "new\nline", "", " sp"], [""], ["x"]]
for k in ({}, {"delimiter": "\t"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "unix"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"lineterminator": "!"}, {"quotechar": "'"}):
    t(lambda: write(rows, **k)); t(lambda: write(rows[:2], **k))
t(lambda: write([[None]])); t(lambda: write([5])); t(lambda: write([[]])); t(lambda: csv.writer(3)); t(lambda: read("a", delimiter="ab")); t(lambda: read("a", delimiter=3)); t(lambda: read("a", quoting=9)); t(lambda: read("a", foo=1)); t(lambda: read("a", dialect="nope")); t(lambda: list(csv.reader([b"a"]))); t(lambda: read("a", quotechar=None)); t(lambda: read('a', quotechar=None, quoting=csv.QUOTE_ALL))
r = csv.reader(["a,b\n", "c\n"]); print(next(r), r.line_num, next(r), r.line_num, next(r, None))
print(list(csv.DictReader(["a,b\n", "1,2\n", "\n", "3\n", "4,5,6\n"], restval="?")), csv.DictReader(["x\n"]).fieldnames)
f = io.StringIO(); w = csv.DictWriter(f, ["a", "b"], restval="-"); w.writeheader(); w.writerow({"a": 1}); w.writerows([{"b": 2, "a": 3}]); print(repr(f.getvalue()))
t(lambda: w.writerow({"z": 1})); t(lambda: csv.DictWriter(f, ["a"], extrasaction="x"))
csv.register_dialect("mine", delimiter="|", quoting=csv.QUOTE_ALL); t(lambda: read('"a"|b\n', dialect="mine")); t(lambda: write([[1, 2]], dialect="mine")); print(csv.list_dialects()); csv.unregister_dialect("mine"); t(lambda: csv.unregister_dialect("mine")); t(lambda: csv.get_dialect("excel").delimiter)
class D(csv.excel): delimiter = ";"
t(lambda: read("a;b", dialect=D)); t(lambda: read("a;b", dialect=D())); print(csv.field_size_limit(), csv.field_size_limit(3)); t(lambda: read("abcd,e"))
