"""UTF-7, Punycode, IDNA and code pages."""
import codecs

def show(function, *arguments):
    try:
        result = ascii(function(*arguments))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(ascii(arguments), result)

for text in ("", "abc", "é", "a+b", "Hi Mom -☺-!", "日本語", "A\u2262\u0391.", "\U0001F600", "a\ud800b", "x-y", "~\\", "é1", "é-", " \t\n\0"):
    for encoding in ("utf-7", "punycode", "idna", "cp037", "cp1250", "koi8-u", "iso8859-5"):
        show(str.encode, text, encoding)
for data in (b"", b"+-", b"+AOk-", b"+AOk", b"+AOk1", b"a+AOk-b", b"+2D3eAA-", b"\xff", b"+\xff", b"+A-", b"+AAA", b"+", b"+AOkA", b"+//", b"~", b"+AGEA-", b"+ ", b"+ZeVnLIqe-"):
    for handler in ("strict", "replace", "ignore"):
        show(bytes.decode, data, "utf-7", handler)
for data in (b"xn--bcher-kva", b"bcher-kva", b"ls8h", b"\xff", b"a.b", b"xn--bcher-kva.example.", b"-", b"a-!", b"xn--a-!", b"a..b"):
    for encoding in ("punycode", "idna"):
        show(bytes.decode, data, encoding)
for name in ("bücher.example", "Straße.de", "x" * 64, "é" * 60, "a..b", "é..b", ".", "é.", "日本。jp", "\u0627\u0628", "\u0627a", "ΒΌΛΟΣ.com"):
    show(str.encode, name, "idna")
print(codecs.lookup("latin5").name, codecs.lookup("u7").name, codecs.charmap_encode("aé", "replace", {97: 98, 63: b"??"}), codecs.charmap_decode(b"ab", "strict", {97: "xy", 98: 0x1f600}))
print(codecs.encode(b"ab\xff" * 20, "base64"), codecs.decode(b"YWI=", "base64"), codecs.encode(b"a=b\t", "quopri"), codecs.decode(codecs.encode(b"abc" * 30, "uu"), "uu"))
show(codecs.decode, b"\x81", "cp1257")
show(codecs.encode, "\u0100\u0101x", "cp1253", "xmlcharrefreplace")
show(str.encode, "a", "base64")
show(codecs.encode, "x", "undefined")
decoder = codecs.getincrementaldecoder("utf-7")()
print([decoder.decode(piece) for piece in (b"+A", b"Ok", b"-x")])
