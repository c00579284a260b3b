"""Quoted-printable text (RFC 1521): what isn't plain ASCII as =XX."""

from binascii import a2b_qp, b2a_qp

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""


def needsquoting(c, quotetabs, header):
    """Whether a byte has to be quoted."""
    assert isinstance(c, bytes)
    if c in b" \t":
        return quotetabs
    if c == b"_":
        return header
    return c == ESCAPE or not b" " <= c <= b"~"


def quote(c):
    """A byte as =XX."""
    assert isinstance(c, bytes) and len(c) == 1
    return ESCAPE + c.hex().upper().encode()


def encode(input, output, quotetabs, header=False):
    """Quotes all that a binary file holds into another."""
    output.write(b2a_qp(input.read(), quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
    """Bytes, quoted."""
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """Writes what a binary file of quoted text stands for into another."""
    output.write(a2b_qp(input.read(), header=header))


def decodestring(s, header=False):
    """What quoted text stands for."""
    return a2b_qp(s, header=header)


def ishex(c):
    """Whether a byte is a hexadecimal digit."""
    assert isinstance(c, bytes)
    return len(c) == 1 and c in b"0123456789abcdefABCDEF"


def unhex(s):
    """The number of hexadecimal digits."""
    return int(s, 16) if s else 0


def main():
    """Encodes (or with -d decodes) the files that the command line names."""
    import getopt
    import sys
    usage = ("usage: quopri [-t | -d] [file] ...\n-t: quote tabs\n"
             "-d: decode; default encode")
    try:
        options, files = getopt.getopt(sys.argv[1:], "td")
    except getopt.error as error:
        sys.exit(f"{error}\n{usage}")
    options = {name for name, _ in options}
    if {"-t", "-d"} <= options:
        sys.exit(f"-t and -d are mutually exclusive\n{usage}")
    failed = 0
    for name in files or ["-"]:
        try:
            source = sys.stdin.buffer if name == "-" else open(name, "rb")
        except OSError as error:
            sys.stderr.write(f"{name}: can't open ({error})\n")
            failed = 1
            continue
        try:
            if "-d" in options:
                decode(source, sys.stdout.buffer)
            else:
                encode(source, sys.stdout.buffer, "-t" in options)
        finally:
            if source is not sys.stdin.buffer:
                source.close()
    if failed:
        sys.exit(failed)


if __name__ == "__main__":
    main()
