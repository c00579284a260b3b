"""`pydoc.render_doc` and its kin, as programs use them."""
import pydoc
import _zoo

print(pydoc.render_doc(_zoo.Cat.sound, "About %s"))
print(pydoc.plain(pydoc.render_doc(_zoo.Animal)))
print(pydoc.render_doc("_zoo.feed", renderer=pydoc.plaintext))
print(pydoc.getdoc(_zoo.feed), pydoc.getdoc(_zoo.Cat.sound), pydoc.getdoc(3), sep="|")
print(pydoc.splitdoc("a\n\nb\nc"), pydoc.splitdoc("a\nb"), pydoc.splitdoc("a"))
print(pydoc.locate("_zoo.Cat.sound") is _zoo.Cat.sound, pydoc.locate("_zoo.none"), pydoc.locate("len"))
for thing in _zoo, len, _zoo.Cat, _zoo.feed, _zoo.Cat("x").sound, 3, int.real, pydoc:
    print(pydoc.describe(thing))
try:
    pydoc.render_doc("no.such.thing")
except ImportError as error:
    print(error)
