"""Sources may declare any encoding that has a codec of text."""
import os
import sys
import tempfile

SOURCES = [
    b"# coding: cp1252\nx = '\xe9\x80'",
    b"# coding: iso8859-15\nx = '\xa4'",
    b"# -*- coding: koi8-r -*-\nx = '\xa4'",
    b"#!python\n# vim: set fileencoding=cp437 :\nx = '\x80'",
    b"# coding: cp1252\nx = '\x81'\n",
    b"# coding: foo\nx = 1\n",
    b"# coding: rot13\nk = 1\n",
    b"# coding: hex\nk = 1\n",
    b"# coding: utf-8-sig\nx = '\xc3\xa9'\n",
    b"# coding: cp1252\r\nx = '''\xe9\r\n\xe8'''\r\n",
]
for source in SOURCES:
    names = {}
    try:
        exec(source, names)
        print(source[:24], ascii(names["x"]))
    except SyntaxError as error:
        print(source[:24], error, error.filename, error.lineno, error.offset, error.text)
with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    for at, source in enumerate(SOURCES[:7]):
        with open(os.path.join(folder, f"declared_{at}.py"), "wb") as file:
            file.write(source)
        try:
            print(ascii(__import__(f"declared_{at}").x))
        except SyntaxError as error:
            print(str(error).replace(folder, ""))
