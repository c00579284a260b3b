"""Orders in which everything comes after what it needs.

>>> list(TopologicalSorter({"c": {"b"}, "b": {"a"}}).static_order())
['a', 'b', 'c']
"""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle, which is the second argument."""


class _Node:
    __slots__ = ("value", "missing", "successors", "state")

    def __init__(self, value):
        self.value = value
        # How many predecessors aren't done.
        self.missing = 0
        self.successors = []
        # "new", "ready" (given out) or "done"
        self.state = "new"


class TopologicalSorter:
    """Gives the nodes of a graph, those first that the others need.

    The graph is a dict from each node to those that it needs.
    """

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = 0
        self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, value):
        node = self._nodes.get(value)
        if node is None:
            node = self._nodes[value] = _Node(value)
        return node

    def add(self, node, *predecessors):
        """Adds a node and what it needs."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        added = self._node(node)
        added.missing += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(added)

    def prepare(self):
        """Ends adding, and looks for cycles."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node in self._nodes.values() if node.missing == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that need nothing which isn't done; each is given once."""
        self._check_prepared()
        ready, self._ready = self._ready, []
        for node in ready:
            node.state = "ready"
        self._given += len(ready)
        return tuple(node.value for node in ready)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def is_active(self):
        """Is there more to come?"""
        self._check_prepared()
        return self._done < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Marks nodes as done: others may become ready."""
        self._check_prepared()
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f"node {value!r} was not added using add()")
            if node.state == "new":
                raise ValueError(f"node {value!r} was not passed out (still not ready)")
            if node.state == "done":
                raise ValueError(f"node {value!r} was already marked done")
            node.state = "done"
            self._done += 1
            for successor in node.successors:
                successor.missing -= 1
                if successor.missing == 0:
                    self._ready.append(successor)

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    def _find_cycle(self):
        """The nodes of a cycle, its first again at the end; None if there is none."""
        finished = set()
        for start in self._nodes.values():
            if start in finished:
                continue
            path = [start]
            position = {start: 0}
            iterators = [iter(start.successors)]
            while path:
                for successor in iterators[-1]:
                    if successor in position:
                        cycle = path[position[successor]:] + [successor]
                        return [node.value for node in cycle]
                    if successor not in finished:
                        position[successor] = len(path)
                        path.append(successor)
                        iterators.append(iter(successor.successors))
                        break
                else:
                    node = path.pop()
                    iterators.pop()
                    del position[node]
                    finished.add(node)
        return None

    __class_getitem__ = classmethod(GenericAlias)
