"""The messages and steps of await, async with and async for over classes with some of the methods."""


import warnings

warnings.simplefilter("ignore")


def drive(coroutine):
    steps = []
    try:
        while True:
            steps.append(coroutine.send(None))
    except StopIteration as e:
        return steps, e.value
    except Exception as e:
        return steps, f"{type(e).__name__}: {e}"


class Await:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        yield "step"
        return self.result


FORMS = {"coroutine": None, "iterator": lambda self, *a: iter([1]), "number": lambda self, *a: 5, "awaitable": lambda self, *a: Await("done"),
         "none": None, "raises": lambda self, *a: [][1]}


async def coroutine(self, *args):
    return "from coroutine"


FORMS["coroutine"] = coroutine


async def use_await(o):
    return await o


async def use_with(o):
    async with o as x:
        return x


async def use_with_raising(o):
    async with o as x:
        raise KeyError("inside")
    return "swallowed"


async def use_for(o):
    async for x in o:
        return x
    return "exhausted"


async def use_comprehension(o):
    return [x async for x in o]


for name, value in FORMS.items():
    print(name, "as __await__", drive(use_await(type("C", (), {"__await__": value})())))
    for other, value2 in FORMS.items():
        o = type("C", (), {"__aenter__": value, "__aexit__": value2})()
        print(name, other, "as manager", drive(use_with(o)), drive(use_with_raising(o)))
    o = type("C", (), {"__aiter__": lambda self: self, "__anext__": value})()
    print(name, "as __anext__", drive(use_for(o)))
    o = type("C", (), {"__aiter__": value})()
    print(name, "as __aiter__", drive(use_for(o)))


class Stops:
    def __init__(self):
        self.count = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.count += 1
        if self.count > 2:
            raise StopAsyncIteration
        return self.count


print(drive(use_comprehension(Stops())), drive(use_for(Stops())))
for o in (5, None, [], object(), Stops, (x for x in "a")):
    print(type(o).__name__, drive(use_await(o)), drive(use_with(o)), drive(use_for(o)), sep=" | ")


class OnlyEnter:
    async def __aenter__(self):
        pass


class OnlyExit:
    async def __aexit__(self, *args):
        pass


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


for cls in (OnlyEnter, OnlyExit, Sync):
    print(cls.__name__, drive(use_with(cls())))
    try:
        with cls() as x:
            print("entered")
    except TypeError as e:
        print(e)
o = Stops()
o.__aiter__ = lambda: 5
print(drive(use_for(o)))
