"""Solving Sudoku by constraint propagation and search."""
digits, rows, cols = "123456789", "ABCDEFGHI", "123456789"
def cross(a, b): return [x + y for x in a for y in b]
squares = cross(rows, cols)
unitlist = [cross(rows, c) for c in cols] + [cross(r, cols) for r in rows] + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
units = {s: [u for u in unitlist if s in u] for s in squares}
peers = {s: set(sum(units[s], [])) - {s} for s in squares}
print(len(squares), len(unitlist), len(units["C2"]), len(peers["C2"]))
class Contradiction(Exception): pass
class Board:
    steps = 0
    def __init__(self, values): self.values = values
    @classmethod
    def parse(cls, text):
        board = cls({s: digits for s in squares})
        for square, char in zip(squares, (c for c in text if c in digits + ".0")):
            if char in digits: board.assign(square, char)
        return board
    def assign(self, square, digit):
        for other in self.values[square].replace(digit, ""): self.eliminate(square, other)
    def eliminate(self, square, digit):
        if digit not in self.values[square]: return
        Board.steps += 1
        left = self.values[square] = self.values[square].replace(digit, "")
        if not left: raise Contradiction(square)
        if len(left) == 1:
            for peer in peers[square]: self.eliminate(peer, left)
        for unit in units[square]:
            places = [s for s in unit if digit in self.values[s]]
            if not places: raise Contradiction(f"{digit} near {square}")
            if len(places) == 1: self.assign(places[0], digit)
    def solutions(self):
        open_squares = [(len(v), s) for s, v in self.values.items() if len(v) > 1]
        if not open_squares: yield self; return
        _, square = min(open_squares)
        for digit in self.values[square]:
            copy = Board(dict(self.values))
            try: copy.assign(square, digit)
            except Contradiction: continue
            yield from copy.solutions()
    def __str__(self):
        lines = []
        for r in rows:
            lines.append(" ".join(self.values[r + c] if len(self.values[r + c]) == 1 else "." for c in cols))
        return "\n".join(lines)
easy = "003020600900305001001806400008102900700000008006708200002609500800203009005010300"
hard = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"
b = Board.parse(easy)
print(b, all(len(v) == 1 for v in b.values.values()), sep="\n")
h = Board.parse(hard)
print(h, sum(len(v) == 1 for v in h.values.values()), sep="\n")
solved = next(h.solutions())
print(solved)
for unit in unitlist: assert sorted(solved.values[s] for s in unit) == list(digits)
two = [c if i % 9 or i > 20 else "." for i, c in enumerate("".join(solved.values[s] for s in squares))]
print(len(list(Board.parse("".join(two)).solutions())))
for bad in ("11" + "." * 79, "5" + "." * 8 + "5" + "." * 71):
    try: Board.parse(bad)
    except Contradiction as error: print("contradiction", type(error).__name__)
