class Outer:
    class Problem(Exception):
        pass


raise Outer.Problem("nested name")
