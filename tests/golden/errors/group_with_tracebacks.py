def work(n):
    raise ValueError(f"task {n}")


errors = []
for n in range(2):
    try:
        work(n)
    except ValueError as e:
        errors.append(e)
raise ExceptionGroup("tasks failed", errors)
