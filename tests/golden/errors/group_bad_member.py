ExceptionGroup("x", [1])
