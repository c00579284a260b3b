"""Calls of methods that read and write attributes."""


class Counter:
    def __init__(self):
        self.value = 0
        self.steps = 0

    def add(self, amount):
        self.value += amount
        self.note()
        return self.value

    def note(self):
        self.steps += 1

    def get(self):
        return self.value


def run(n):
    counter = Counter()
    total = 0
    for i in range(n):
        counter.add(i & 7)
        if counter.get() > 1000:
            total += counter.get()
            counter.value = 0
    return total, counter.steps


print(run(4_000_000))
