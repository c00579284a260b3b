"""json: a document of a megabyte to text and back, plain, indented and sorted."""

import json


def document(n):
    seed, records = 12345, []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        records.append({
            "id": i,
            "name": f"record {seed % 1000}",
            "score": seed / 1000,
            "tags": ["red", "green", "blue"][: seed % 4],
            "note": None if i % 3 else "a \"quoted\" line\n",
            "active": i % 2 == 0,
            "place": {"x": seed % 100, "y": -i, "label": "größe" if i % 10 == 0 else "size"},
        })
    return {"records": records, "count": n}


def main(n, times):
    data = document(n)
    text = json.dumps(data)
    total = len(text)
    for _ in range(times):
        total += len(json.dumps(json.loads(text)))
    total += len(json.dumps(data, indent=2)) + len(json.dumps(data, sort_keys=True))
    total += len(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    back = json.loads(json.dumps(list(range(100_000)) + [i / 7 for i in range(20_000)]))
    return total, back[-1], json.loads(text) == data


print(main(7000, 6))
