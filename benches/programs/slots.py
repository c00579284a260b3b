"""Instances with __slots__."""


class Particle:
    __slots__ = ("x", "y", "vx", "vy", "age")

    def __init__(self, x, y, vx, vy):
        self.x, self.y, self.vx, self.vy = x, y, vx, vy
        self.age = 0

    def step(self):
        self.x += self.vx
        self.y += self.vy
        if self.x < 0 or self.x > 100:
            self.vx = -self.vx
        if self.y < 0 or self.y > 100:
            self.vy = -self.vy
        self.age += 1


def run(n, count):
    particles = [Particle(i % 100, i * 7 % 100, i % 5 - 2, i % 3 - 1) for i in range(count)]
    for _ in range(n):
        for particle in particles:
            particle.step()
    return sum(p.x * 3 + p.y + p.age for p in particles)


def make(n):
    last = None
    for i in range(n):
        last = Particle(i, i, 0, 0)
    return last.x


print(run(2_000, 1_000), make(1_500_000))
