"""Planets pulling at each other."""


class Body:
    def __init__(self, mass, position, velocity):
        self.mass = mass
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity


def system():
    sun = Body(39.47841760435743, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    jupiter = Body(0.03769367487038949, (4.841431442464721, -1.1603200440274284, -0.10362204447112311), (0.606326392995832, 2.81198684491626, -0.02521836165988763))
    saturn = Body(0.011286326131968767, (8.34336671824458, 4.124798564124305, -0.4035234171143214), (-1.0107743461787924, 1.8256623712304119, 0.008415761376584154))
    uranus = Body(0.0017237240570597112, (12.894369562139131, -15.111151401698631, -0.22330757889265573), (1.0827910064415354, 0.8687130181696082, -0.010832637401363636))
    neptune = Body(0.0020336868699246304, (15.379697114850917, -25.919314609987964, 0.17925877295037118), (0.979090732243898, 0.5946989986476762, -0.034755955550407286))
    return [sun, jupiter, saturn, uranus, neptune]


def advance(bodies, steps, dt):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(steps):
        for a, b in pairs:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            force = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
            push, pull = b.mass * force, a.mass * force
            a.vx -= dx * push
            a.vy -= dy * push
            a.vz -= dz * push
            b.vx += dx * pull
            b.vy += dy * pull
            b.vz += dz * pull
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * (a.vx ** 2 + a.vy ** 2 + a.vz ** 2)
        for b in bodies[i + 1:]:
            distance = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
            total -= a.mass * b.mass / distance
    return total


bodies = system()
before = energy(bodies)
advance(bodies, 110_000, 0.01)
print(f"{before:.9f} {energy(bodies):.9f}")
