try:
    raise ExceptionGroup("g", [ValueError("v")])
except* ValueError:
    raise RuntimeError("while handling")
