# What __notes__ is is asked of collections.abc.Sequence each time, even if there are none.
import collections.abc
import traceback

asked = []

def hook(cls, other):
    if cls is collections.abc.Sequence:
        asked.append(other.__name__)
    return NotImplemented

class Odd:
    pass

class Notes(list):
    pass

collections.abc.Sequence.__subclasshook__ = classmethod(hook)
for notes in (), (None,), (Odd(),), ("text",), (["one", "two"],), (Notes("ab"),):
    error = ValueError("with notes")
    if notes:
        error.__notes__ = notes[0]
    print(len(traceback.format_exception(error)), asked)
    asked.clear()
collections.abc.Sequence.__subclasshook__ = classmethod(lambda cls, other: 5)
try:
    print(traceback.format_exception(ValueError("x")))
except AssertionError as e:
    print(e)
