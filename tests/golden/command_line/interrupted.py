"""The death that SIGINT brings."""
import os
import signal

print("before")
try:
    os.kill(os.getpid(), signal.SIGINT)
    while True:
        pass
finally:
    print("finally")
