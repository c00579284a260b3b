# What groups keep from earlier turns of a repetition, and what is undone on the way back.
import re

cases = [
    (r"(a|b(c))*", "bca"),
    (r"(a|b(c))*", "abca"),
    (r"(?:(a)|b)*", "ab"),
    (r"(?:(a)|(b)|(c))+", "abcab"),
    (r"((a)|b)*?c", "abac"),
    (r"(a|)*", "b"),
    (r"(a|)*", "aab"),
    (r"(?:(a)|)+", "aab"),
    (r"(a*)*", "aaa"),
    (r"(a*)+", "aaa"),
    (r"(a*?)*", "aaa"),
    (r"(a?)*?$", "aaa"),
    (r"(?:a|(b)){2,3}", "abab"),
    (r"(a){0}b", "ab"),
    (r"(a){2}", "aaa"),
    (r"(ab?)*(b)?", "ababb"),
    (r"(a+)(a+)(a+)", "aaaaa"),
    (r"(a+?)(a+?)(a*)", "aaaaa"),
    (r"(x)?(y)?(z)?", "xz"),
    (r"((((((((((((a))))))))))))", "a"),
    (r"(?:(\w)(\d)?)+", "a1bc2d"),
    (r"(\w+)\s\1", "the the cat"),
    (r"(?:(\w)\1)+", "aabbcd"),
    (r"(a|ab)(c|bcd)(d*)", "abcd"),
    (r"^(?:(.)(?!\1))*$", "abcabc"),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    if found:
        print(pattern, repr(text), found.span(), found.groups(), found.lastindex, found.regs)
    else:
        print(pattern, repr(text), None)
