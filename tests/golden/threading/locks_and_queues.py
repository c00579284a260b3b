"""Locks, events, semaphores, local data and queues, as far as one thread uses them."""
import threading, queue, _thread
def show(obj):
    return repr(obj).partition(" at 0x")[0] + repr(obj).rpartition(": ")[2]
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error), error)
lock = threading.Lock()
print(repr(lock)[:29], lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
attempt(lock.release)
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(True, -3))
with lock:
    print(lock.locked())
r = threading.RLock()
print(repr(r)[:23], r.acquire(), r.acquire())
r.release(); r.release()
attempt(r.release)
event = threading.Event()
print(event.is_set(), event.wait(0.01), event.set(), event.wait(), show(event).endswith("set>"))
cond = threading.Condition()
attempt(cond.wait)
attempt(cond.notify)
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: 5), cond.notify_all())
sem = threading.BoundedSemaphore(2)
print(sem.acquire(), sem.acquire(), sem.acquire(False), sem.acquire(timeout=0.01))
sem.release(2)
attempt(sem.release)
attempt(lambda: threading.Semaphore(-1))
main = threading.main_thread()
print(main.name, main is threading.current_thread(), threading.active_count(), main.is_alive(), main.daemon)
print(threading.enumerate() == [main], type(main))
class Data(threading.local):
    shared = []
    def __init__(self, x=1):
        self.x = x
data = Data(5)
data.y = 2
print(data.x, data.__dict__)
attempt(lambda: threading.local(1))
def work(a, b=2):
    print("work", a, b)
thread = threading.Thread(target=work, args=(1,), kwargs={"b": 3})
print(thread, thread.name, thread.ident, thread.is_alive(), thread.daemon)
attempt(thread.join)
thread.run()
print(threading.Thread(name="n", daemon=True))
print(threading.Barrier(1).wait(), threading.Barrier(1).parties)
for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = cls(3)
    for item in (2, 1, 3):
        q.put(item)
    print(q.full(), q.qsize())
    attempt(lambda: q.put_nowait(4))
    attempt(lambda: q.put(4, timeout=0.01))
    print([q.get() for _ in range(3)], q.empty())
    attempt(q.get_nowait)
    attempt(lambda: q.get(timeout=0.01))
    attempt(lambda: q.get(timeout=-1))
    for _ in range(3):
        q.task_done()
    attempt(q.task_done)
    q.join()
    q.shutdown()
    attempt(lambda: q.put(1))
    attempt(q.get)
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty(), s.qsize())
attempt(s.get_nowait)
