"""Reading, changing and writing configurations."""
import configparser
import io
import sys

text = """\
[DEFAULT]
Home = /home/x
level: 3

[paths]
dir = %(home)s/data
many =
    one
    two

    three
empty =
; a comment
[flags]
on = yes
off = FALSE
number = 42
real = 1.5
percent = 100%%
"""
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.defaults(), c.options("paths"), c.has_section("DEFAULT"), "DEFAULT" in c, len(c), list(c))
print(repr(c["paths"]["many"]), c["paths"]["dir"], repr(c["paths"]["empty"]), c["flags"]["percent"], c.get("flags", "percent", raw=True))
f = c["flags"]
print(f.getboolean("on"), f.getboolean("off"), f.getint("number"), f.getfloat("real"), f.get("x"), f.get("x", "d"), f.getint("x", 7), f.getint("level"))
print(c.get("a", "b", fallback=None), c.get("paths", "dir", vars={"home": "H"}), c.items("paths"), c.has_option("flags", "LEVEL"), f, f.name)
c["new"] = {"a": "1", "B": "2"}
c.set("new", "c", "x\ny")
c.remove_option("flags", "on")
c.remove_section("paths")
c.write(sys.stdout)
c.write(sys.stdout, space_around_delimiters=False)

def fails(function, *args, **more):
    try:
        print(function(*args, **more))
    except Exception as error:
        print(type(error).__name__, repr(str(error)), error.args)

fails(c.get, "no", "x")
fails(c.get, "new", "x")
fails(c.getint, "new", "c")
fails(c.getboolean, "new", "a")
fails(c.getboolean, "new", "b")
fails(c.add_section, "new")
fails(c.add_section, "DEFAULT")
fails(c.add_section, 3)
fails(c.set, "new", "a", 1)
fails(c.set, "new", "a", "%")
fails(c.__getitem__, "no")
for source in ("a = 1", "[a]\nx\n y", "[a]\n[a]", "[a]\nx=1\nX=2", "[a]\nx\n= 3\n"):
    fails(configparser.ConfigParser().read_string, source)
for source in ("[a]\nx=%(y)s", "[a]\nx=%(x)s", "[a]\nx=%y", "[a]\nx=%(y"):
    c = configparser.ConfigParser()
    c.read_string(source)
    fails(c.get, "a", "x")
c = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, delimiters=("=",), inline_comment_prefixes=("#",), converters={"list": str.split})
c.optionxform = str
c.read_string("[a]\nX = 1 # c\ny = ${X}${b:z}$$\nflag\n[b]\nz = 2 3")
print(dict(c["a"]), c["b"].getlist("z"), c.getlist("b", "z"))
r = configparser.RawConfigParser(strict=False, empty_lines_in_values=False)
r.read_file(io.StringIO("[a]\nx = %(y)s\n[a]\nx = 2\n\n  not continued = 3\n"))
print(dict(r["a"]), r.read(["missing"]))
c.read_dict({"k": {"v": 5}})
print(dict(c["k"]), c.popitem())
