"""newline=, encodings, errors=, BOM, universal newlines."""
import os
os.chdir(os.environ["SCRATCH"])
raw = b"unix\nmac\rdos\r\nend"
with open("n", "wb") as f: f.write(raw)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("n", newline=newline) as f: print(repr(newline), f.readlines(), f.newlines, end=" ")
    with open("n", newline=newline) as f: print(repr(f.read()), repr(f.newlines))
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("o", "w", newline=newline) as f: f.write("a\nb\r\nc\r")
    with open("o", "rb") as f: print(repr(newline), f.read())
text = "aé日😀\n"
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-32", "latin-1", "ascii", "utf-8-sig", "cp1252"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "namereplace"):
        try:
            with open("e", "w", encoding=encoding, errors=errors) as f: f.write(text)
            with open("e", "rb") as f: data = f.read()
            with open("e", encoding=encoding) as f: back = f.read()
            print(encoding, errors, data, back == text)
        except UnicodeEncodeError as error: print(encoding, errors, error)
        if encoding.startswith("utf"): break
with open("bad", "wb") as f: f.write(b"ok\xff\xfe\xc3(\n\xe2\x82")
for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
    try:
        with open("bad", encoding="utf-8", errors=errors) as f: print(errors, ascii(f.read()))
    except UnicodeDecodeError as error: print(errors, error)
with open("bad", encoding="utf-8", errors="surrogateescape") as f: s = f.read()
with open("copy", "w", encoding="utf-8", errors="surrogateescape") as f: f.write(s)
print(open("copy", "rb").read() == open("bad", "rb").read())
with open("bom", "wb") as f: f.write(b"\xef\xbb\xbfhello")
print(ascii(open("bom", encoding="utf-8").read()), ascii(open("bom", encoding="utf-8-sig").read()))
with open("long", "w", encoding="utf-8") as f:
    for i in range(3000): f.write(f"line {i} é\n")
with open("long", encoding="utf-8") as f:
    lines = f.readlines()
    print(len(lines), repr(lines[-1]), len(max(lines, key=len)))
with open("long", encoding="utf-8") as f:
    total = 0
    while chunk := f.read(997): total += len(chunk)
    print(total)
with open("long", encoding="utf-8") as f:
    f.readline(); position = f.tell(); second = f.readline(); f.readline(); f.seek(position); print(f.readline() == second)
with open("long", encoding="utf-8") as f:
    next(f)
    try: f.tell()
    except OSError as error: print(error)
f = open("long", encoding="utf-8", buffering=1)
print(f.line_buffering, f.errors, f.encoding)
f.reconfigure(errors="replace", newline="\n")
print(f.errors)
f.close()
