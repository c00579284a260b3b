"""PEP 701: reused quotes, comments, backslashes and newlines inside fields."""
d = {"key": "value", "n": {"m": [1, 2, 3]}}
print(f"{d["key"]} {d['n']["m"][1]} {"quoted"} {'a' + "b"}")
print(f'{d['key']}', f"{f"{f"{1 + 1}"}"}", f"{f'{f"{f'{"deep"}'}"}'}")
print(f"{'\n'.join(['a', 'b'])}", f"{'\t' + "\x41" + '\\'}", f"{"\N{BULLET}"}")
print(f"{
    d["key"]   # a comment with } and "
    .upper()
}")
print(f'''{
    [
        i  # each
        for i in range(3)
    ]
}''', f"""a {
1 +
2:>{
4
}} b""")
print(f"{d['key']:{'>'}{len(d["key"]) + 2}}|", f"{1:{"1"}{'0'}}")
print(f"{"{"} {"}"} {'{}'.format(3)} {"{{" "}}"}")
print(f"{"a" if d else "b"} {d.get("x", "none")} {":".join("abc")} {"!".strip()} {"=" * 3}")
print(f"{(lambda x: x + 1)(1)} {(lambda: (yield))!r:.20}"[:3], f"{[lambda: 1, 2][1]}")
print(f"{'''multi
line'''!r}", f"""{"""inner triple"""}""")
print(f"{rf"\{1}"}", f"{rb"\n"}", f"{b"bytes"}", f"{u"u"}")
print(f"\\{1}", rf"\{2}", f"{1}\\{2}", f"\N{BULLET}{3}")
print(f"{{}}" f"{{{1}}}" "{}" "{{}}" f"{'{'}{{{'}'}}}")
print(f"{1}{2}" "{3}" rf"{4}\{5}")
