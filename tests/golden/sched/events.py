"""Events in the order of time and priority, on a clock of our own."""
import sched

now = 0
def sleep(seconds):
    global now
    now += seconds
s = sched.scheduler(lambda: now, sleep)
def tell(*args, **more): print(now, args, more)
s.enter(5, 1, tell, ("late",))
s.enter(2, 2, tell, ("second",), {"k": 1})
first = s.enter(2, 1, tell, argument=("first",))
gone = s.enterabs(3, 0, tell)
print(len(s.queue), s.empty(), first.time, first.priority, gone.action is tell, s.queue[0] == first)
s.cancel(gone)
print(s.run(blocking=False))
s.run()
print(now, s.empty())
try:
    s.cancel(gone)
except ValueError:
    print("not there")
