"""sort with and without keys, and sorts written in Python."""


def numbers(n, seed=42):
    state = seed
    out = []
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(state)
    return out


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def quick_sort(items, low, high):
    while low < high:
        pivot, i, j = items[(low + high) // 2], low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i, j = i + 1, j - 1
        if j - low < high - i:
            quick_sort(items, low, j)
            low = i
        else:
            quick_sort(items, i, high)
            high = j


data = numbers(60_000)
copy = data[:]
quick_sort(copy, 0, len(copy) - 1)
built_in = sorted(data)
by_key = sorted(numbers(150_000), key=lambda n: (n % 1000, -n))
words = sorted(map(str, data), key=len, reverse=True)
print(merge_sort(data) == built_in == copy, by_key[0], by_key[-1], words[0], words[-1])
