"""A tour of what `obj.name` really does, with a descriptor of each kind in the way.

The order is: a data descriptor found in the class, then the instance's dictionary, then a
non-data descriptor or a plain value of the class, and at the very end `__getattr__`.
"""


class Data:
    """A data descriptor: it has __set__, so it wins over the instance's dictionary."""

    def __init__(self, label):
        self.label = label

    def __get__(self, obj, owner):
        return f"data descriptor ({self.label})" if obj is not None else self

    def __set__(self, obj, value):
        print(f"      Data.__set__ got {value!r}")


class NonData:
    """A non-data descriptor: only __get__, so the instance's dictionary wins."""

    def __init__(self, label):
        self.label = label

    def __get__(self, obj, owner):
        return f"non-data descriptor ({self.label})" if obj is not None else self


class Base:
    inherited = "plain value of Base"
    both = "plain value of Base"


class Thing(Base):
    data = Data("Thing")
    non_data = NonData("Thing")
    plain = "plain value of Thing"
    both = NonData("Thing")

    def method(self):
        return "the method"

    def __getattr__(self, name):
        return f"__getattr__ made up {name!r}"


def explain(obj, name):
    """Says in words which step of the lookup answers."""
    cls = type(obj)
    for owner in cls.__mro__:
        if name in vars(owner):
            found, where = vars(owner)[name], owner.__name__
            break
    else:
        found, where = None, None
    kind = type(found)
    if where and hasattr(kind, "__get__") and (hasattr(kind, "__set__") or hasattr(kind, "__delete__")):
        return f"1. data descriptor in {where}"
    if name in vars(obj):
        return "2. the instance's dictionary"
    if where and hasattr(kind, "__get__"):
        return f"3. non-data descriptor in {where}"
    if where:
        return f"3. plain value in {where}"
    return "4. __getattr__"


NAMES = ("data", "non_data", "plain", "inherited", "both", "method", "nothing")


def tour(obj):
    for name in NAMES:
        value = getattr(obj, name)
        if callable(value):
            value = "a bound method"
        print(f"   {name:10} {explain(obj, name):32} {value}")


print("A fresh instance, its dictionary empty:")
thing = Thing()
tour(thing)

print("\nThe same after filling the instance's dictionary with every name:")
for name in NAMES:
    thing.__dict__[name] = f"instance value of {name}"
tour(thing)

print("\nAssignment follows the data descriptor, else it goes to the dictionary:")
for name in ("data", "non_data"):
    print(f"   thing.{name} = 1")
    setattr(thing, name, 1)
    print(f"      the dictionary now has {thing.__dict__[name]!r}")

print("\nDeleting uncovers what was hidden:")
for name in ("non_data", "plain", "nothing"):
    delattr(thing, name)
    print(f"   {name:10} {explain(thing, name):32} {getattr(thing, name)}")

print("\nThrough the class, descriptors are asked with no object:")
print("   Thing.data is the descriptor itself:", type(Thing.data).__name__)
print("   Thing.method is the plain function:", type(Thing.method).__name__)
print("   thing.both through super():", super(Thing, thing).both)

print("\nFunctions are non-data descriptors; that is all a method is:")
function = Thing.__dict__["method"]
fresh = Thing()
print("   has __get__:", hasattr(function, "__get__"), " has __set__:", hasattr(function, "__set__"))
print("   function.__get__(fresh, Thing)():", function.__get__(fresh, Thing)())

print("\nA property is a data descriptor even when it cannot be set:")


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        return 3 * self.radius ** 2


circle = Circle(2)
circle.__dict__["area"] = "hidden for good"
print("   circle.area is", circle.area)
try:
    circle.area = 5
except AttributeError as error:
    print("   AttributeError:", error)
