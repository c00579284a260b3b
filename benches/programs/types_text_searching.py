"""str: searching, splitting, replacing and testing."""


def search(n):
    text = "the quick brown fox jumps over the lazy dog " * 50
    total = 0
    for _ in range(n):
        total += text.find("lazy cat") + text.count("the") + text.rfind("quick") + ("fox jumps" in text)
        total += text.startswith("the quick") + text.endswith("dog ")
    return total


def split(n):
    line = "name=value; other=thing; third=12345; fourth=text"
    total = 0
    for _ in range(n):
        for field in line.split("; "):
            key, _, value = field.partition("=")
            total += len(key) + value.isdigit()
    return total


def change(n):
    line = "  Some Mixed Case Line, with words  "
    total = 0
    for _ in range(n):
        total += len(line.strip().lower().replace("case", "CASE").upper())
    return total


print(search(30_000), split(200_000), change(300_000))
