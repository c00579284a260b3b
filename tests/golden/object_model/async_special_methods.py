"""__await__, __aiter__, __anext__, __aenter__ and __aexit__, driven by hand."""
class Await:
    def __await__(self):
        got = yield "asked"
        return f"got {got}"
class AIter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
class AC:
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *a): print("left", a[0])
def run(coro):
    try:
        value = coro.send(None)
        while True: value = coro.send(f"answer to {value}")
    except StopIteration as e:
        return e.value
async def main():
    print(await Await())
    print([x async for x in AIter()])
    async with AC() as x: print(x)
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async with 5: pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]: pass
    except TypeError as e:
        print(e)
    class Bad:
        def __await__(self): return 5
    try:
        await Bad()
    except TypeError as e:
        print(e)
    return "end"
print(run(main()))
