def work(n):
    error = ValueError(f"task {n}")
    error.add_note("try again later")
    raise error


errors = []
for n in range(2):
    try:
        work(n)
    except ValueError as error:
        errors.append(error)
errors.append(ExceptionGroup("inner", [KeyError("k")]))
raise ExceptionGroup("tasks failed", errors)
