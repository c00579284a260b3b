"""A cache that forgets what was not used for longest: linked list, dictionary, decorator, statistics."""

import functools


class Entry:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self

    def unlink(self):
        self.before.after, self.after.before = self.after, self.before

    def insert_after(self, other):
        self.before, self.after = other, other.after
        other.after.before = self
        other.after = self


class LRU:
    """A mapping of limited size. The ring's root sits between the newest and the oldest entry."""

    def __init__(self, size, on_evict=None):
        if size < 1:
            raise ValueError("a cache needs room for one entry at least")
        self.size, self.on_evict = size, on_evict
        self.entries, self.root = {}, Entry()
        self.hits = self.misses = self.evictions = 0

    def __getitem__(self, key):
        try:
            entry = self.entries[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        entry.unlink()
        entry.insert_after(self.root)
        return entry.value

    def __setitem__(self, key, value):
        entry = self.entries.get(key)
        if entry is not None:
            entry.value = value
            entry.unlink()
        else:
            if len(self.entries) >= self.size:
                self.evict()
            entry = self.entries[key] = Entry(key, value)
        entry.insert_after(self.root)

    def __delitem__(self, key):
        self.entries.pop(key).unlink()

    def evict(self):
        oldest = self.root.before
        oldest.unlink()
        del self.entries[oldest.key]
        self.evictions += 1
        if self.on_evict:
            self.on_evict(oldest.key, oldest.value)

    def __contains__(self, key):
        return key in self.entries      # looking is not using

    def __len__(self):
        return len(self.entries)

    def __iter__(self):
        """From the most to the least recently used."""
        entry = self.root.after
        while entry is not self.root:
            yield entry.key
            entry = entry.after

    def __repr__(self):
        return f"<LRU {' > '.join(map(str, self))} | {self.hits} hits, {self.misses} misses, {self.evictions} evicted>"


def remember(size):
    """Decorates a function so that it remembers its latest results."""
    def decorate(function):
        cache = LRU(size)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = args, tuple(sorted(kwargs.items()))
            try:
                return cache[key]
            except KeyError:
                result = cache[key] = function(*args, **kwargs)
                return result

        wrapper.cache = cache
        return wrapper
    return decorate


print("The cache by itself")
cache = LRU(3, on_evict=lambda key, value: print(f"   (forgets {key} = {value})"))
for key, value in [("a", 1), ("b", 2), ("c", 3)]:
    cache[key] = value
print(cache)
print("use a:", cache["a"])
cache["d"] = 4
print(cache)
cache["c"] = 33
print(cache)
for key in "abcd":
    print(f"   {key in cache = } for {key}")
try:
    cache["b"]
except KeyError as error:
    print("KeyError:", error)
del cache["c"]
print(cache, len(cache))

print("\nA slow function made fast")
calls = 0


@remember(200)
def paths(rows, columns):
    """Counts the ways through a grid, going right or down."""
    global calls
    calls += 1
    return 1 if 0 in (rows, columns) else paths(rows - 1, columns) + paths(rows, columns - 1)


print(f"{paths.__name__}(12, 12) = {paths(12, 12)} with {calls} calls ({paths.__doc__})")
print(f"{paths.cache.hits} hits, {paths.cache.misses} misses, {len(paths.cache)} entries")

print("\nHow the size matters")
requests, state = [], 7
for _ in range(400):
    state = (state * 75 + 74) % 65537
    requests.append(state % 20 if state % 3 else state % 5)     # some pages are wanted more often
for size in (1, 2, 4, 8, 16, 20):
    cache = LRU(size)
    for page in requests:
        try:
            cache[page]
        except KeyError:
            cache[page] = f"page {page}"
    share = cache.hits / len(requests)
    print(f"   {size:2} entries: {share:6.1%} {'#' * round(share * 40)}")

try:
    LRU(0)
except ValueError as error:
    print("\nValueError:", error)
