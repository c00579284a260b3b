"""Building long strings with +=, join, lists and formatting."""


def appending(n):
    s = ""
    for i in range(n):
        s += "x"
        s += str(i & 7)
    return len(s), s.count("3")


def joining(n):
    return len(",".join(str(i) for i in range(n)))


def lines(n):
    out = []
    for i in range(n):
        out.append("item ")
        out.append(str(i))
        out.append(": ")
        out.append("*" * (i % 5))
        out.append("\n")
    return len("".join(out))


def escape(text):
    result = ""
    for char in text:
        if char == "<":
            result += "&lt;"
        elif char == "&":
            result += "&amp;"
        else:
            result += char
    return result


def table(rows):
    html = ""
    for row in range(rows):
        html += "<tr>" + "".join(f"<td>{row * column}</td>" for column in range(10)) + "</tr>\n"
    return len(html)


print(appending(1_600_000), joining(1_000_000), lines(600_000), len(escape("a < b & c" * 40_000)), table(20_000))
