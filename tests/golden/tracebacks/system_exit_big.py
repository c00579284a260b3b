"""Exit codes are taken modulo 256; a subclass of SystemExit does the same."""
class Leave(SystemExit):
    def __init__(self): super().__init__(1000)
try:
    raise Leave
except Exception:
    print("SystemExit is no Exception")
