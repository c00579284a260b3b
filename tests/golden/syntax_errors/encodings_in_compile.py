"""Errors before the first line of a source has been read have no end."""
for source in [
    b"# coding: nonex\n",
    b"# coding: ascii\n'\xff'",
    b"\xef\xbb\xbf# coding: latin-1\nx",
    b"# coding: cp1252\n'\x81'\n",
]:
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as error:
        print(source, error.args, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
