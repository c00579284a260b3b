"""WeakSet, apart from weakref so that abc can use it without importing much."""

from _weakref import ref
from types import GenericAlias

__all__ = ["WeakSet"]


class _IterationGuard:
    """While one is open, dead references of the set are kept aside."""

    __slots__ = ("set",)

    def __init__(self, set):
        self.set = ref(set)

    def __enter__(self):
        target = self.set()
        if target is not None:
            target._iterating.add(self)

    def __exit__(self, kind, value, traceback):
        target = self.set()
        if target is not None:
            guards = target._iterating
            guards.remove(self)
            if not guards:
                target._commit_removals()


def _settle(container):
    """Take out what has died while the container was being iterated over."""
    # No method: the attributes that are looked at are CPython's.
    if container._pending_removals:
        container._commit_removals()


class WeakSet:
    # A set that holds its elements weakly: they leave it when they die.

    def __init__(self, data=None):
        self.data = set()

        def _remove(reference, set=ref(self)):
            owner = set()
            if owner is not None:
                if owner._iterating:
                    owner._pending_removals.append(reference)
                else:
                    owner.data.discard(reference)

        self._remove = _remove
        self._pending_removals = []
        self._iterating = set()
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        pending, discard = self._pending_removals, self.data.discard
        while pending:
            discard(pending.pop())

    def __iter__(self):
        with _IterationGuard(self):
            for reference in self.data:
                item = reference()
                if item is not None:
                    yield item

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __repr__(self):
        return repr(self.data)

    __class_getitem__ = classmethod(GenericAlias)

    def add(self, item):
        """Add an element."""
        _settle(self)
        self.data.add(ref(item, self._remove))

    def clear(self):
        """Remove every element."""
        _settle(self)
        self.data.clear()

    def copy(self):
        """A new WeakSet with the same elements."""
        return self.__class__(self)

    def pop(self):
        """Remove and return some element; KeyError when there is none."""
        _settle(self)
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        """Remove an element; KeyError when it isn't there."""
        _settle(self)
        self.data.remove(ref(item))

    def discard(self, item):
        """Remove an element if it is there."""
        _settle(self)
        self.data.discard(ref(item))

    def update(self, other):
        """Add all of other's elements."""
        _settle(self)
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        """The elements that aren't in other."""
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        """Remove the elements that are in other."""
        self.__isub__(other)

    def __isub__(self, other):
        _settle(self)
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)
        return self

    def intersection(self, other):
        """The elements that are in other too."""
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        """Remove the elements that aren't in other."""
        self.__iand__(other)

    def __iand__(self, other):
        _settle(self)
        self.data.intersection_update(ref(item) for item in other)
        return self

    def issubset(self, other):
        """Is every element in other?"""
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        """Is each of other's elements in here?"""
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def symmetric_difference(self, other):
        """The elements that are in one of the two only."""
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Keep what is in one of the two only."""
        self.__ixor__(other)

    def __ixor__(self, other):
        _settle(self)
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(ref(item, self._remove) for item in other)
        return self

    def union(self, other):
        """The elements of both."""
        return self.__class__(item for part in (self, other) for item in part)

    __or__ = union

    def isdisjoint(self, other):
        """Have the two no element in common?"""
        return len(self.intersection(other)) == 0
