import json
for kw in {}, {"indent": 2}, {"indent": 0}, {"indent": "\t", "sort_keys": True}, {"separators": (",", ":")}:
    for v in {(1, 2): 3}, {(1, 2): 3, "a": 1, 2: []}, {1: {}, 2.5: None, None: "x", True: 3}, [1, [], [{}]], [[[]]], "s", 3:
        print(list(json.JSONEncoder(skipkeys=True, **kw).iterencode(v)) if "sort_keys" not in kw or not isinstance(v, dict) else "")
