# Replacement templates: escapes, groups by number and name, and what is wrong with them.
import re

pattern = re.compile(r"(?P<word>[a-z]+)(\d)?(?P<é>!)?")
for template in [r"\1", r"<\g<1>>", r"\g<word>", r"\g<0>\0", r"\2", r"\g<2>x", r"\g<é>", r"\n\t\a\f\v\r\b", r"\\", r"\\1", r"\.", r"\_", r"\061", r"\101x", r"\377", r"\400", r"\08", r"\18", r"\9",
                 r"\g", r"\g<", r"\g<1", r"\g<>", r"\g<x>", r"\g<1x>", r"\g<-1>", r"\g<99>", r"\g<100000000000>", r"\g<00>", r"\g<01>", r"\q", r"\x41", r"\u0041", "\\", r"\A", r"\é", r"\g<a b>", r"\g<١>",
                 r"\3\3", "\\\n", "a\\", r"\g<wo", r"\1\2\3", "x\0y", "é\\1"]:
    try:
        print(repr(template), repr(pattern.sub(template, "ab1 cd!")))
    except (re.error, IndexError) as error:
        print(repr(template), "->", type(error).__name__, error, getattr(error, "pos", ""))
    try:
        print("    ", repr(pattern.search("ab1").expand(template)))
    except (re.error, IndexError) as error:
        print("    ", type(error).__name__)
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub(b"(a)", rb"\1\1", b"xax"), re.subn("x", "y", "abc"), re.subn("", "-", "abc"), re.sub("a", "\\\\", "a"), re.sub("a", r"\\n", "a"))
