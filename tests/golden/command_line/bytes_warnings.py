"""-b warns where bytes meet text: each line below, but for the last ones."""
text, data, array = "a", b"a", bytearray(b"a")
str(data)
str(b"")
f"{data}"
"%s" % data
"{}".format(data)
print(data)
print(array)
str(array)
format(data)
data == text
text == data
data != text
data == 97
data == True
97 == data
array == text
text == array
data in [text]
data in {text: 1}
[data] == [text]
{text: 1}.get(data)
len({data, text})
(1, data) < (1, text) if False else None
data.__eq__(text)
data.__str__()
type("Sub", (bytes,), {})(b"a") == text
# No warnings:
repr(data)
data == None
data == 1.5
array == 97
str(data, "ascii")
f"{data!r}"
data == array
