"""Futures by hand."""
import logging
from concurrent import futures

logging.disable()
f = futures.Future()
print(repr(f).split(" at ")[0], f.done(), f.running(), f.cancelled())
f.add_done_callback(lambda g: print("called", g is f, g.result()))
print(f.set_running_or_notify_cancel(), f.running(), f.cancel())
f.set_result(5)
print(f.done(), f.result(), f.exception(), repr(f).split("state=")[1])
f.add_done_callback(lambda g: print("at once"))
f.add_done_callback(lambda g: 1 / 0)
try:
    f.set_result(6)
except futures.InvalidStateError as error:
    print("InvalidStateError", str(error).split(":")[0])
g = futures.Future()
g.set_exception(ValueError("no"))
try:
    g.result()
except ValueError as error:
    print("raised", error, repr(g.exception()), repr(g).split("state=")[1])
c = futures.Future()
print(c.cancel(), c.cancel(), c.cancelled(), c.done())
try:
    c.result()
except futures.CancelledError as error:
    print("CancelledError", error)
print(c.set_running_or_notify_cancel())
p = futures.Future()
for timeout in (0, 0.01):
    try:
        p.result(timeout)
    except TimeoutError as error:
        print("TimeoutError", repr(error))
done, left = futures.wait([f, g, p], timeout=0)
print(len(done), left == {p}, futures.wait([f, p], return_when=futures.FIRST_COMPLETED).done == {f})
print(sorted(map(id, futures.as_completed([f, g, c]))) == sorted(map(id, [f, g, c])))
try:
    list(futures.as_completed([f, p], timeout=0))
except TimeoutError as error:
    print(error)
class Now(futures.Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = futures.Future()
        future.set_result(fn(*args, **kwargs))
        return future
with Now() as executor:
    print(list(executor.map(pow, [2, 3], [4, 5])))
try:
    futures.ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
