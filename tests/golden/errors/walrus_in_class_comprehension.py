class A:
    total = [y := 1 for _ in range(2)]
