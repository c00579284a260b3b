"""Counting, sorting and indexing the words of a made-up text."""


def random_numbers(seed):
    while True:
        seed = (seed * 1664525 + 1013904223) & 0xFFFFFFFF
        yield seed >> 8


def make_text(count):
    syllables = "ba be bi bo ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro ta te ti to".split()
    numbers = random_numbers(99)
    words = ["".join(syllables[next(numbers) % len(syllables)] for _ in range(1 + next(numbers) % 3)) for _ in range(800)]
    text = []
    for i in range(count):
        word = words[(next(numbers) % 800) * (next(numbers) % 800) // 800]
        if i % 13 == 0:
            word = word.capitalize()
        if i % 11 == 0:
            word += ","
        if i % 17 == 0:
            word += ".\n"
        text.append(word)
    return " ".join(text)


def count_words(text):
    counts = {}
    for line in text.splitlines():
        for word in line.lower().split():
            word = word.strip(".,;")
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


def letters(text):
    counts = {}
    for char in text:
        if char.isalpha():
            char = char.lower()
            if char in counts:
                counts[char] += 1
            else:
                counts[char] = 1
    return counts


def index(text):
    places = {}
    for number, line in enumerate(text.splitlines(), 1):
        for word in set(line.split()):
            places.setdefault(word.strip(".,").lower(), []).append(number)
    return places


def followers(text):
    table, previous = {}, None
    for word in text.split():
        word = word.strip(".,").lower()
        if previous:
            table.setdefault(previous, {}).setdefault(word, 0)
            table[previous][word] += 1
        previous = word
    return table


text = make_text(220_000)
counts = count_words(text)
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
chains = followers(text)
print(len(text), len(counts), top, sorted(letters(text).items())[:3], sum(map(len, index(text).values())), max(len(v) for v in chains.values()))
