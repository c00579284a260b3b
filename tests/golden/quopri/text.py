"""Quoted-printable text."""
import io
import quopri

for data in (b"a=b", "é ü".encode(), b"x" * 80, b"tab\t \nend ", b"a_b c"):
    print(quopri.encodestring(data), quopri.encodestring(data, quotetabs=True), quopri.encodestring(data, header=True))
    assert quopri.decodestring(quopri.encodestring(data, True)) == data
print(quopri.decodestring(b"a=3Db=\nc=zz= \n_"), quopri.decodestring(b"a_b", header=True))
out = io.BytesIO()
quopri.encode(io.BytesIO(b"\xff"), out, False)
print(out.getvalue(), quopri.ishex(b"f"), quopri.unhex(b"1f"), quopri.quote(b"="), quopri.needsquoting(b"=", False, False))
