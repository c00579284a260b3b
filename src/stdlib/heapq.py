"""Heaps: lists whose smallest item is always the first.

heap[k] is no greater than heap[2*k+1] and heap[2*k+2]. Pushing and popping
take a time that grows with the logarithm of the length.

>>> heap = []
>>> for item in [5, 1, 3]: heappush(heap, item)
>>> heappop(heap), heap[0]
(1, 3)
"""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop"]


# For either order there is one function that moves an item up to its place,
# and one that moves it down; the other functions are made of these.

def _siftdown(heap, startpos, pos):
    """Move heap[pos] towards the root at startpos, past all that are greater."""
    newitem = heap[pos]
    while pos > startpos:
        parentpos = (pos - 1) >> 1
        parent = heap[parentpos]
        if not newitem < parent:
            break
        heap[pos] = parent
        pos = parentpos
    heap[pos] = newitem


def _siftup(heap, pos):
    """Move heap[pos] away from the root to its place.

    It goes all the way down by the smaller children and then back up: an item
    that comes from the end of the heap belongs near the end, and this compares
    less often than asking at every step whether it is there.
    """
    endpos = len(heap)
    startpos = pos
    newitem = heap[pos]
    childpos = 2 * pos + 1
    while childpos < endpos:
        rightpos = childpos + 1
        if rightpos < endpos and not heap[childpos] < heap[rightpos]:
            childpos = rightpos
        heap[pos] = heap[childpos]
        pos = childpos
        childpos = 2 * pos + 1
    heap[pos] = newitem
    _siftdown(heap, startpos, pos)


def _siftdown_max(heap, startpos, pos):
    newitem = heap[pos]
    while pos > startpos:
        parentpos = (pos - 1) >> 1
        parent = heap[parentpos]
        if not parent < newitem:
            break
        heap[pos] = parent
        pos = parentpos
    heap[pos] = newitem


def _siftup_max(heap, pos):
    endpos = len(heap)
    startpos = pos
    newitem = heap[pos]
    childpos = 2 * pos + 1
    while childpos < endpos:
        rightpos = childpos + 1
        if rightpos < endpos and not heap[rightpos] < heap[childpos]:
            childpos = rightpos
        heap[pos] = heap[childpos]
        pos = childpos
        childpos = 2 * pos + 1
    heap[pos] = newitem
    _siftdown_max(heap, startpos, pos)


def heappush(heap, item):
    """Add an item."""
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def heappop(heap):
    """Remove and return the smallest item; IndexError when there is none."""
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _siftup(heap, 0)
    return smallest


def heapreplace(heap, item):
    """heappop() and then heappush(), in one step."""
    smallest = heap[0]
    heap[0] = item
    _siftup(heap, 0)
    return smallest


def heappushpop(heap, item):
    """heappush() and then heappop(), in one step."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _siftup(heap, 0)
    return item


def heapify(x):
    """Turn a list into a heap, in place and in linear time."""
    for i in reversed(range(len(x) // 2)):
        _siftup(x, i)


def _heappop_max(heap):
    """heappop() for a heap whose largest item is the first."""
    last = heap.pop()
    if not heap:
        return last
    largest = heap[0]
    heap[0] = last
    _siftup_max(heap, 0)
    return largest


def _heapreplace_max(heap, item):
    """heapreplace() for such a heap."""
    largest = heap[0]
    heap[0] = item
    _siftup_max(heap, 0)
    return largest


def _heapify_max(x):
    """heapify() for such a heap."""
    for i in reversed(range(len(x) // 2)):
        _siftup_max(x, i)


try:
    from _heapq import *
    from _heapq import _heapreplace_max, _heapify_max, _heappop_max
except ImportError:
    pass


def merge(*iterables, key=None, reverse=False):
    """Go through several sorted iterables as if they were one.

    >>> list(merge([1, 4], [2, 3]))
    [1, 2, 3, 4]
    """
    if reverse:
        _heapify, _heappop, _heapreplace, direction = (
            _heapify_max, _heappop_max, _heapreplace_max, -1)
    else:
        _heapify, _heappop, _heapreplace, direction = heapify, heappop, heapreplace, 1

    # Entries are [key, number, value, next]: the number keeps equal items in
    # the order of the iterables, and the rest from being compared.
    heap = []
    for number, iterable in enumerate(map(iter, iterables)):
        advance = iterable.__next__
        try:
            value = advance()
            heap.append([value if key is None else key(value), number * direction, value, advance])
        except StopIteration:
            pass
    _heapify(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[2]
                entry[2] = value = entry[3]()
                entry[0] = value if key is None else key(value)
                _heapreplace(heap, entry)
        except StopIteration:
            _heappop(heap)
    if heap:
        _, _, value, advance = heap[0]
        yield value
        yield from advance.__self__


def _best(n, iterable, key, largest):
    """The n largest or smallest items, in order; equal ones as they come."""
    iterator = iter(iterable)
    step = -1 if largest else 1
    heap = [(item if key is None else key(item), i * step, item)
            for i, item in zip(range(n), iterator)]
    if not heap:
        return []
    # The worst of the best so far is first, and gives way to what is better.
    if largest:
        heapify(heap)
        replace = heapreplace
    else:
        _heapify_max(heap)
        replace = _heapreplace_max
    worst = heap[0][0]
    number = n * step
    if key is None and not largest:
        # The most frequent case, without a question for each item.
        for item in iterator:
            if item < worst:
                replace(heap, (item, number, item))
                worst = heap[0][0]
                number += 1
    else:
        for item in iterator:
            value = item if key is None else key(item)
            if (worst < value) if largest else (value < worst):
                replace(heap, (value, number, item))
                worst = heap[0][0]
                number += step
    heap.sort(reverse=largest)
    return [item for _, _, item in heap]


def _one_or_all(n, iterable, key, largest):
    """The answer where a heap is of no use: in a list; None elsewhere."""
    if n == 1:
        sentinel = object()
        found = (max if largest else min)(iter(iterable), default=sentinel, key=key)
        return [] if found is sentinel else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return None
    if n >= size:
        return sorted(iterable, key=key, reverse=largest)[:n]
    return None


def nsmallest(n, iterable, key=None):
    """The n smallest items, sorted: as sorted(iterable, key=key)[:n]."""
    result = _one_or_all(n, iterable, key, False)
    return _best(n, iterable, key, False) if result is None else result


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first: as sorted(iterable, key=key, reverse=True)[:n]."""
    result = _one_or_all(n, iterable, key, True)
    return _best(n, iterable, key, True) if result is None else result


try:
    from _heapq import *
    from _heapq import _heapify_max, _heappop_max, _heapreplace_max
except ImportError:
    pass
