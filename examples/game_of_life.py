"""Conway's Game of Life on an endless plane: the living cells are a set of complex numbers."""

NEIGHBOURS = [complex(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]


class World:
    def __init__(self, cells=()):
        self.cells = frozenset(cells)

    @classmethod
    def from_picture(cls, picture, at=0):
        rows = picture.strip("\n").splitlines()
        return cls(complex(x, y) + at for y, row in enumerate(rows) for x, char in enumerate(row) if char == "#")

    def __or__(self, other):
        return World(self.cells | other.cells)

    def __eq__(self, other):
        return isinstance(other, World) and self.cells == other.cells

    def __hash__(self):
        return hash(self.cells)

    def __len__(self):
        return len(self.cells)

    def __contains__(self, cell):
        return cell in self.cells

    def step(self):
        counts = {}
        for cell in self.cells:
            for offset in NEIGHBOURS:
                counts[cell + offset] = counts.get(cell + offset, 0) + 1
        return World(cell for cell, count in counts.items() if count == 3 or count == 2 and cell in self)

    def normalised(self):
        """The same picture moved to the origin, and by how much it was moved."""
        if not self.cells:
            return self, 0
        corner = complex(min(cell.real for cell in self.cells), min(cell.imag for cell in self.cells))
        return World(cell - corner for cell in self.cells), corner

    def picture(self, width, height, origin=0):
        rows = ("".join("#" if complex(x, y) + origin in self else "." for x in range(width)) for y in range(height))
        return "\n".join(rows)

    def generations(self):
        world = self
        while True:
            yield world
            world = world.step()


PATTERNS = {
    "block": "##\n##",
    "blinker": "###",
    "toad": ".###\n###.",
    "beacon": "##..\n##..\n..##\n..##",
    "glider": ".#.\n..#\n###",
    "spaceship": ".#..#\n#....\n#...#\n####.",
    "diehard": "......#.\n##......\n.#...###",
    "pentadecathlon": "..#....#..\n##.####.##\n..#....#..",
}


def classify(world, limit):
    """Says whether a pattern dies, stands still, blinks or travels."""
    shape, start = world.normalised()
    for age, now in enumerate(world.generations()):
        if not now:
            return f"dies after {age} generations"
        if age:
            current, corner = now.normalised()
            if current == shape:
                moved = corner - start
                if moved:
                    return f"travels by ({moved.real:+.0f}, {moved.imag:+.0f}) every {age} generations"
                return "stands still" if age == 1 else f"repeats every {age} generations"
        if age == limit:
            return f"is still changing after {limit} generations, with {len(now)} cells"


print("What the patterns do")
for name, picture in PATTERNS.items():
    print(f"  {name:15} {classify(World.from_picture(picture), 150)}")

print("\nA glider on its way")
glider = World.from_picture(PATTERNS["glider"])
frames = [world.picture(6, 6).splitlines() for _, world in zip(range(5), glider.generations())]
for rows in zip(*frames):
    print("  " + "   ".join(rows))

print("\nTwo gliders meet")
meeting = glider | World.from_picture("###\n#..\n.#.", at=7 + 6j)
sizes = []
for age, world in zip(range(40), meeting.generations()):
    sizes.append(len(world))
    if age in (0, 8, 16):
        print(f"generation {age}:")
        print("\n".join("  " + row for row in world.picture(12, 10).splitlines()))
print("number of cells:", *sizes)

print("\nThe R-pentomino grows for a long time")
for age, world in zip(range(201), World.from_picture(".##\n##.\n.#.").generations()):
    if age % 20 == 0:
        print(f"  {age:4} {len(world):4} {'*' * (len(world) // 4)}")
