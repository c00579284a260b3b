"""A JSON parser and pretty printer in plain Python."""


class ParseError(Exception):
    pass


class Parser:
    escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}

    def __init__(self, text):
        self.text, self.position = text, 0

    def space(self):
        while self.position < len(self.text) and self.text[self.position] in " \n\t":
            self.position += 1

    def expect(self, char):
        if self.text[self.position] != char:
            raise ParseError(f"expected {char!r} at {self.position}")
        self.position += 1

    def value(self):
        self.space()
        char = self.text[self.position]
        if char == "{":
            return self.object()
        if char == "[":
            return self.array()
        if char == '"':
            return self.string()
        for word, meaning in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return meaning
        return self.number()

    def object(self):
        result = {}
        self.position += 1
        self.space()
        while self.text[self.position] != "}":
            self.space()
            key = self.string()
            self.space()
            self.expect(":")
            result[key] = self.value()
            self.space()
            if self.text[self.position] == ",":
                self.position += 1
        self.position += 1
        return result

    def array(self):
        result = []
        self.position += 1
        self.space()
        while self.text[self.position] != "]":
            result.append(self.value())
            self.space()
            if self.text[self.position] == ",":
                self.position += 1
                self.space()
        self.position += 1
        return result

    def string(self):
        self.expect('"')
        parts = []
        while True:
            char = self.text[self.position]
            self.position += 1
            if char == '"':
                return "".join(parts)
            if char == "\\":
                char = self.escapes[self.text[self.position]]
                self.position += 1
            parts.append(char)

    def number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in "0123456789+-.eE":
            self.position += 1
        text = self.text[start:self.position]
        return float(text) if "." in text or "e" in text else int(text)


def dump(value, indent=0):
    pad = "  " * indent
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, list):
        if not value:
            return "[]"
        return "[\n" + ",\n".join(pad + "  " + dump(item, indent + 1) for item in value) + "\n" + pad + "]"
    items = (f"{pad}  {dump(key)}: {dump(item, indent + 1)}" for key, item in value.items())
    return "{\n" + ",\n".join(items) + "\n" + pad + "}"


def sample(n):
    return {
        "users": [{"id": i, "name": f"user \"{i}\"", "tags": ["a", "b\n", "c"][: i % 4], "score": i * 1.5, "active": i % 2 == 0, "friend": None if i % 3 else {"id": i - 1}} for i in range(n)],
        "total": n,
    }


text = dump(sample(2_500))
total = 0
for _ in range(4):
    parsed = Parser(text).value()
    total += len(dump(parsed))
print(len(text), total, parsed == sample(2_500), parsed["users"][5]["name"])
