"""Byte order marks of streams and incremental codecs."""
import codecs, io
def tr(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e)
for e in ("utf-16","utf-32","utf-8-sig","utf-16-le","utf-8"):
    inc = codecs.getincrementalencoder(e)
    x = inc(); print(e, x.getstate(), x.encode(""), x.getstate(), x.encode("a"), x.getstate(), x.encode("", True)); x.reset(); print(x.getstate(), x.encode("b"))
    x = inc(); x.setstate(0); print(x.encode("a")); x.setstate(2 if e != "utf-8-sig" else 1); print(x.encode("a"), x.getstate())
    print(list(codecs.iterencode([], e)), list(codecs.iterencode(["", "a", ""], e)))
    for w in ([""], ["", "a"], ["a", ""], []):
        b = io.BytesIO(); t = io.TextIOWrapper(b, e)
        for s in w: t.write(s)
        t.flush(); print(w, b.getvalue())
    b = io.BytesIO(); t = io.TextIOWrapper(b, e); t.write("ab"); t.flush(); print(t.tell(), t.seek(0)); t.write("c"); t.flush(); print(b.getvalue(), t.seek(0, 2)); t.write("d"); t.flush(); print(b.getvalue())
    w = codecs.getwriter(e)(io.BytesIO()); w.write(""); w.write("a"); w.write("b"); print(w.stream.getvalue()); w.reset(); w.write("c"); print(w.stream.getvalue()); w.seek(0); w.write("d"); print(w.stream.getvalue())
    dec = codecs.getincrementaldecoder(e)
    for parts in ([b"a\0b\0"], [b"a"], [b"a", b"\0"], [b"a\0\0\0"], [b"\xff\xfe", b"a\0", b"b\0"], [b"\xfe\xff", b"\0a"], [b"\xff\xfe\0\0", b"a\0\0\0"], [b"\0\0\xfe\xff\0\0\0a"], [b"\xef\xbb\xbf", b"abc"], [b"\xef", b"\xbb", b"\xbf", b"a"], [b"abc"], [b"ab"], [b""], [b"\xff"], [b"\xff", b"\xfe"], [b"\xef", b"a"]):
        for errors in ("strict", "ignore"):
            d = dec(errors)
            def steps():
                r = [d.getstate()]
                for p in parts: r += [d.decode(p), d.getstate()]
                s = d.getstate()
                d2 = dec(errors); d2.setstate(s)
                r.append(d2.getstate())
                try: r.append(d2.decode(b"\0a" * 2, True))
                except UnicodeError as x: r.append(str(x))
                r.append(d.decode(b"", True)); r.append(d.getstate())
                d.reset(); r.append(d.getstate())
                return r
            print(parts, errors, end=" "); tr(steps)
        print(parts, end=" "); tr(lambda: io.TextIOWrapper(io.BytesIO(b"".join(parts)), e).read())
        print(parts, end=" "); tr(lambda: codecs.getreader(e)(io.BytesIO(b"".join(parts))).read())
        print(parts, end=" "); tr(lambda: list(codecs.iterdecode(parts, e)))
        def tells():
            t = io.TextIOWrapper(io.BytesIO(b"".join(parts)), e); r = [t.read(1)]; t.seek(t.tell()); r += [t.read()]; t.seek(0); r.append(t.read()); return r
        print(parts, end=" "); tr(tells)
