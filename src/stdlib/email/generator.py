"""Writing messages."""

import re

__all__ = ["BytesGenerator", "Generator"]


class Generator:
    """Writes messages as text."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp = outfp
        self._mangle_from_ = True if mangle_from_ is None else mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        self._fp.write(s)

    def clone(self, fp):
        """Another one that writes elsewhere."""
        return self.__class__(fp, self._mangle_from_, self.maxheaderlen, policy=self.policy)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        text = "".join(self._text(msg, unixfrom))
        if linesep not in (None, "\n"):
            text = text.replace("\r\n", "\n").replace("\n", linesep)
        self.write(text)

    def _text(self, msg, unixfrom=False):
        if unixfrom:
            import time
            yield (msg.get_unixfrom() or "From nobody " + time.ctime(time.time())) + "\n"
        body = "".join(self._body(msg))
        for name, value in msg.items():
            yield f"{name}: {value}\n"
        yield "\n"
        yield body

    def _body(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if isinstance(payload, str):
            if self._mangle_from_:
                payload = re.sub("^From ", ">From ", payload, flags=re.MULTILINE)
            yield payload
        elif msg.get_content_maintype() == "message":
            yield from self._text(payload[0])
        else:
            yield from self._parts(msg, ["".join(self._text(part)) for part in payload])

    def _parts(self, msg, parts):
        boundary = msg.get_boundary()
        if not boundary:
            boundary = _make_boundary("\n".join(parts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            yield msg.preamble + "\n"
        for part in parts:
            yield f"--{boundary}\n{part}\n"
        yield f"--{boundary}--\n"
        if msg.epilogue is not None:
            yield msg.epilogue


def _make_boundary(text):
    """Something that no line of the text is."""
    import random
    while True:
        boundary = f"{'=' * 15}{random.randrange(10 ** 19):019d}=="
        if boundary not in text:
            return boundary


class BytesGenerator(Generator):
    """Writes messages as bytes."""

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))
