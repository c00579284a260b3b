"""Huffman codes, tries, bit strings and run lengths."""
class Node:
    def __init__(self, weight, char=None, left=None, right=None): self.weight, self.char, self.left, self.right = weight, char, left, right
    def __lt__(self, other): return (self.weight, self.least()) < (other.weight, other.least())
    def least(self): return self.char or min(self.left.least(), self.right.least())
    def codes(self, prefix=""):
        if self.char is not None: yield self.char, prefix or "0"
        else:
            yield from self.left.codes(prefix + "0")
            yield from self.right.codes(prefix + "1")
def huffman(text):
    counts = {}
    for c in text: counts[c] = counts.get(c, 0) + 1
    heap = sorted(Node(n, c) for c, n in counts.items())
    while len(heap) > 1:
        a, b, *heap = heap
        heap.append(Node(a.weight + b.weight, None, a, b))
        heap.sort()
    return heap[0]
def decode(bits, root):
    node = root
    for bit in bits:
        node = node.left if bit == "0" else node.right
        if node.char is not None: yield node.char; node = root
text = "abracadabra alakazam"
tree = huffman(text)
table = dict(tree.codes())
bits = "".join(table[c] for c in text)
print(sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])), bits, len(bits), "".join(decode(bits, tree)) == text)
packed = int("1" + bits, 2)
data = packed.to_bytes((packed.bit_length() + 7) // 8, "big")
print(data.hex(), bin(int.from_bytes(data, "big"))[3:] == bits, len(data))
class Trie:
    def __init__(self): self.children, self.count = {}, 0
    def add(self, word):
        node = self
        for c in word: node = node.children.setdefault(c, Trie())
        node.count += 1
    def __contains__(self, word):
        node = self
        for c in word:
            node = node.children.get(c)
            if node is None: return False
        return node.count > 0
    def __iter__(self):
        stack = [("", self)]
        while stack:
            prefix, node = stack.pop()
            if node.count: yield prefix, node.count
            stack.extend((prefix + c, n) for c, n in sorted(node.children.items(), reverse=True))
    def complete(self, prefix):
        node = self
        for c in prefix:
            if c not in node.children: return []
            node = node.children[c]
        return [prefix + rest for rest, _ in node]
    def __len__(self): return sum(n for _, n in self)
    def longest_prefix(self, word):
        best, node = "", self
        for i, c in enumerate(word):
            if c not in node.children: break
            node = node.children[c]
            if node.count: best = word[:i + 1]
        return best
t = Trie()
for w in "to tea ted ten i in inn to inner tent".split(): t.add(w)
print(list(t), len(t), "te" in t, "ten" in t, t.complete("te"), t.complete("x"), t.longest_prefix("innermost"), t.longest_prefix("zebra"))
def encode_runs(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i)); i = j
    return out
def fuzzy(a, b):
    previous = range(len(b) + 1)
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1): current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return current[-1]
def lzw(s):
    table, out, w = {chr(i): i for i in range(256)}, [], ""
    for c in s:
        if w + c in table: w += c
        else: out.append(table[w]); table[w + c] = len(table); w = c
    return out + [table[w]] if w else out
def unlzw(codes):
    table = {i: chr(i) for i in range(256)}
    w = out = table[codes[0]]
    for k in codes[1:]:
        entry = table[k] if k in table else w + w[0]
        out += entry; table[len(table)] = w + entry[0]; w = entry
    return out
print(encode_runs("aaabccd"), "".join(c * n for c, n in encode_runs("aaabccd")), fuzzy("kitten", "sitting"), lzw("TOBEORNOTTOBEORTOBEORNOT"), unlzw(lzw("aaaaaaaaab")) == "aaaaaaaaab")
