"""signal: handlers, their errors, alarms and timers."""
import signal, os, time, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever was inherited
def h(n, f): print('got', n, type(f).__name__)
t(lambda: signal.getsignal(signal.SIGINT)); t(lambda: signal.getsignal(signal.SIGTERM)); t(lambda: signal.getsignal(signal.SIGPIPE)); t(lambda: signal.signal(signal.SIGUSR1, h)); t(lambda: signal.getsignal(10) is h)
t(lambda: os.kill(os.getpid(), signal.SIGUSR1)); t(lambda: signal.raise_signal(signal.SIGUSR1)); t(lambda: signal.signal(signal.SIGUSR1, signal.SIG_IGN) is h); t(lambda: signal.raise_signal(10)); t(lambda: signal.signal(10, signal.SIG_DFL))
t(lambda: signal.signal(99, h)); t(lambda: signal.signal(9, h)); t(lambda: signal.signal(10, 5)); t(lambda: signal.signal(10,'x')); t(lambda: signal.getsignal(0)); t(lambda: signal.strsignal(2)); t(lambda: signal.strsignal(15)); t(lambda: signal.Signals(2)); t(lambda: str(signal.SIGINT)); t(lambda: signal.SIGINT.name); t(lambda: len(signal.valid_signals())); t(lambda: signal.strsignal(99)); t(lambda: repr(signal.SIG_DFL))
def boom(n,f): raise RuntimeError('boom')
signal.signal(signal.SIGALRM, boom)
t(lambda: signal.alarm(1)); t(lambda: time.sleep(5)); t(lambda: signal.alarm(0)); t(lambda: signal.alarm(10)); t(lambda: signal.alarm(0))
t(lambda: signal.setitimer(signal.ITIMER_REAL, 0.5))
def loop():
    while True: pass
t(loop)
n=[0]
def tick(a,b): n[0]+=1
signal.signal(signal.SIGALRM, tick); signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
end = time.monotonic() + 10
while n[0] <= 3 and time.monotonic() < end: time.sleep(0.2)
signal.setitimer(signal.ITIMER_REAL, 0); t(lambda: n[0]>3); t(lambda: signal.getitimer(0))
signal.signal(signal.SIGINT, h); t(lambda: os.kill(os.getpid(), 2)); signal.signal(signal.SIGINT, signal.default_int_handler); t(lambda: os.kill(os.getpid(), 2)); t(lambda: signal.raise_signal(2))
# Again and again, should the first one come before pause() waits.
signal.signal(signal.SIGALRM, tick); signal.setitimer(0, 0.05, 0.05); t(lambda: signal.pause()); signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGTERM, signal.SIG_DFL); sys.stdout.flush(); os.kill(os.getpid(), signal.SIGTERM)
