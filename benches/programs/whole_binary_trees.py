"""Making, walking and dropping binary trees."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left, self.right = left, right


def make(depth):
    return Node(make(depth - 1), make(depth - 1)) if depth else Node(None, None)


def check(node):
    return 1 if node.left is None else 1 + check(node.left) + check(node.right)


def make_tuple(depth):
    return (make_tuple(depth - 1), make_tuple(depth - 1)) if depth else (None, None)


def check_tuple(tree):
    left, right = tree
    return 1 if left is None else 1 + check_tuple(left) + check_tuple(right)


def main(limit):
    long_lived = make(limit)
    out = [check(make(limit + 1))]
    for depth in range(4, limit + 1, 4):
        count = 1 << limit - depth + 4
        out.append((count, depth, sum(check(make(depth)) for _ in range(count))))
    out.append(check_tuple(make_tuple(limit)))
    out.append(check(long_lived))
    return out


print(main(14))
