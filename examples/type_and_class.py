"""type(x) tells what an object is; x.__class__ tells what it says it is.

The two usually agree. A proxy makes them differ on purpose, a class can lie with a property,
and assigning to `__class__` changes both at once.
"""

import weakref


class Caterpillar:
    def __init__(self, name):
        self.name = name

    def move(self):
        return f"{self.name} crawls"

    def grow_up(self):
        self.__class__ = Butterfly      # the same object, from now on another class
        self.wings = 2


class Butterfly:
    def move(self):
        return f"{self.name} flies on {self.wings} wings"


def compare(label, thing):
    print(f"{label:24} type(): {type(thing).__name__:18} __class__: {thing.__class__.__name__}")


print("1. The ordinary case")
carl = Caterpillar("Carl")
compare("an instance", carl)
compare("a number", 5)
compare("a class", Caterpillar)

print("\n2. Assigning to __class__")
before = id(carl)
print(carl.move())
carl.grow_up()
print(carl.move())
compare("after growing up", carl)
print("still the same object:", id(carl) == before, "with", carl.__dict__)

print("\n3. What may not be assigned")
for target in (int, "Butterfly", None, list):
    try:
        carl.__class__ = target
    except TypeError as error:
        print(f"   {target!r}: {error}")
try:
    (5).__class__ = Butterfly
except TypeError as error:
    print(f"   an int: {error}")

print("\n4. A weak proxy speaks for its object")
proxy = weakref.proxy(carl)
compare("the proxy", proxy)
print("isinstance(proxy, Butterfly):", isinstance(proxy, Butterfly))
print("type(proxy) is Butterfly:    ", type(proxy) is Butterfly)
print("the proxy moves:             ", proxy.move())
proxy.wings = 4
print("and writes through:          ", carl.wings, "wings")

print("\n5. isinstance believes either of the two")


class Impostor:
    @property
    def __class__(self):
        return dict


fake = Impostor()
compare("an impostor", fake)
for cls in (Impostor, dict, list):
    print(f"   isinstance(fake, {cls.__name__}): {isinstance(fake, cls)}")
try:
    len(fake)                           # claims don't help where the real type is used
except TypeError as error:
    print("   len(fake):", error)

print("\n6. Operators ask the type, never the instance")


class Quiet:
    pass


quiet = Quiet()
quiet.__len__ = lambda: 3
print("   quiet.__len__() gives", quiet.__len__())
try:
    len(quiet)
except TypeError as error:
    print("   len(quiet):", error)
Quiet.__len__ = lambda self: 3
print("   after setting it on the class:", len(quiet))

print("\n7. When the object is gone")
del carl
try:
    proxy.move()
except ReferenceError as error:
    print("   ReferenceError:", error)
print("   the proxy itself is still there:", type(proxy).__name__)
