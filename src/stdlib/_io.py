"""Streams: raw files, buffers, text, and streams in memory."""

import _fileio

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


def _index(value, name="argument"):
    if isinstance(value, int):
        return int(value)
    try:
        return type(value).__index__(value)
    except AttributeError:
        raise TypeError(f"{name} should be integer or None, not "
                        f"'{type(value).__name__}'") from None


def _size(size):
    return -1 if size is None else _index(size)


class _IOBase:
    """The abstract base class for all I/O classes."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=SEEK_SET, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    @property
    def closed(self):
        return self._closed

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readline(self, size=-1, /):
        size = _size(size)
        line = bytearray()
        while size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1, /):
        size = _size(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        return bytes(buffer[:count])

    def readall(self):
        parts = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            parts += data
        return bytes(parts)

    def readinto(self, buffer, /):
        self._unsupported("readinto")

    def write(self, data, /):
        self._unsupported("write")


class _BufferedIOBase(_IOBase):
    """Base class for buffered IO objects."""

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        data = self.read1(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class _TextIOBase(_IOBase):
    """Base class for text I/O."""

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, text, /):
        self._unsupported("write")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")

    encoding = None
    newlines = None
    errors = None


_IOBase.__module__ = _RawIOBase.__module__ = _BufferedIOBase.__module__ = "_io"


class FileIO(_RawIOBase):
    """Open a file."""

    _fd = -1

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        kind = mode.replace("b", "")
        if kind.replace("+", "") not in ("r", "w", "a", "x"):
            if not set(mode) <= set("rwaxb+"):
                raise ValueError(f"invalid mode: {mode}")
            raise ValueError("Must have exactly one of create/read/write/append mode "
                             "and at most one plus")
        self._readable = "r" in kind or "+" in kind
        self._writable = "r" not in kind or "+" in kind
        self._kind = kind
        self._seekable = None
        self._closefd = closefd
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = int(file)
            _fileio.check(self._fd)
            return
        path = file
        if not isinstance(path, (str, bytes)):
            try:
                path = type(file).__fspath__(file)
            except AttributeError:
                raise TypeError("expected str, bytes or os.PathLike object, not "
                                f"{type(file).__name__}") from None
        if isinstance(path, bytes):
            path = path.decode("utf-8", "surrogateescape")
        if "\0" in path:
            raise ValueError("embedded null byte")
        if not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        if opener is not None:
            fd = opener(file, _fileio.flags(kind))
            if not isinstance(fd, int):
                raise TypeError("expected integer from opener")
            if fd < 0:
                raise ValueError(f"opener returned {fd}")
            self._fd = fd
        else:
            self._fd = _fileio.open(path, kind, file)
        if "a" in kind and self.seekable():
            _fileio.seek(self._fd, 0, SEEK_END)

    @property
    def mode(self):
        kind = self._kind
        if "+" in kind:
            return {"x": "xb+", "a": "ab+"}.get(kind[0], "rb+")
        return {"x": "xb", "a": "ab", "w": "wb"}.get(kind[0], "rb")

    @property
    def closefd(self):
        return self._closefd

    @property
    def closed(self):
        return self._fd < 0

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closefd}>"

    def _check(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")

    def readable(self):
        self._check()
        return self._readable

    def writable(self):
        self._check()
        return self._writable

    def seekable(self):
        self._check()
        if self._seekable is None:
            try:
                _fileio.seek(self._fd, 0, SEEK_CUR)
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def fileno(self):
        self._check()
        return self._fd

    def isatty(self):
        self._check()
        return _fileio.isatty(self._fd)

    def read(self, size=-1, /):
        self._check()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")
        size = _size(size)
        if size < 0:
            return self.readall()
        return _fileio.read(self._fd, size)

    def readall(self):
        self._check()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")
        return _fileio.read(self._fd, -1)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._check()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        return _fileio.write(self._fd, data)

    def seek(self, offset, whence=SEEK_SET, /):
        self._check()
        return _fileio.seek(self._fd, offset, whence)

    def tell(self):
        self._check()
        return _fileio.seek(self._fd, 0, SEEK_CUR)

    def truncate(self, size=None, /):
        self._check()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        if size is None:
            size = self.tell()
        _fileio.truncate(self._fd, size)
        return size

    def close(self):
        if self._fd < 0:
            return
        fd = self._fd
        try:
            super().close()
        finally:
            self._fd = -1
            if self._closefd:
                _fileio.close(fd)

    def __del__(self):
        if self._fd >= 0 and self._closefd:
            import warnings
            warnings.warn(f"unclosed file {self!r}", ResourceWarning, 2, source=self)
            self.close()


class _Buffered(_BufferedIOBase):
    """What buffered readers and writers share."""

    _noun = "buffered"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self._size = buffer_size
        self._in = b""
        self._at = 0
        self._out = bytearray()

    @property
    def raw(self):
        return self._raw

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    @property
    def closed(self):
        return self._raw is None or self._raw.closed

    def __repr__(self):
        name = f"_io.{type(self).__name__}"
        try:
            return f"<{name} name={self.name!r}>"
        except AttributeError:
            return f"<{name}>"

    def _check(self, action):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        if self._raw.closed:
            raise ValueError(f"{action} of closed file")

    def detach(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        self.flush()
        raw, self._raw = self._raw, None
        return raw

    def readable(self):
        return self._raw.readable()

    def writable(self):
        return self._raw.writable()

    def seekable(self):
        return self._raw.seekable()

    def fileno(self):
        return self._raw.fileno()

    def isatty(self):
        return self._raw.isatty()

    def close(self):
        if self._raw is None or self.closed:
            return
        try:
            self.flush()
        finally:
            self._raw.close()

    def flush(self):
        self._check("flush")
        self._write_out()

    def _write_out(self):
        while self._out:
            count = self._raw.write(bytes(self._out))
            if count is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            del self._out[:count]

    def _rewind(self):
        """Gives unread input back: the raw position is the stream's own from now on."""
        ahead = len(self._in) - self._at
        if ahead:
            self._raw.seek(-ahead, SEEK_CUR)
        self._in, self._at = b"", 0

    def tell(self):
        self._check("tell")
        return self._raw.tell() - (len(self._in) - self._at) + len(self._out)

    def seek(self, offset, whence=SEEK_SET, /):
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._check("seek")
        self._write_out()
        if whence == SEEK_CUR:
            offset -= len(self._in) - self._at
        self._in, self._at = b"", 0
        return self._raw.seek(offset, whence)

    def truncate(self, size=None, /):
        self._check("truncate")
        if not self.writable():
            self._unsupported("truncate")
        if size is None:
            size = self.tell()
        self._write_out()
        return self._raw.truncate(size)

    def _read(self, size=-1, /):
        self._check("read")
        self._write_out()
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        ready = self._in[self._at:]
        if size < 0:
            self._in, self._at = b"", 0
            return ready + (self._raw.readall() if hasattr(self._raw, "readall") else
                            _RawIOBase.readall(self._raw))
        if size <= len(ready):
            self._at += size
            return ready[:size]
        parts = bytearray(ready)
        self._in, self._at = b"", 0
        while len(parts) < size:
            data = self._raw.read(max(self._size, size - len(parts)))
            if not data:
                if data is None and not parts:
                    return None
                break
            need = size - len(parts)
            parts += data[:need]
            if len(data) > need:
                self._in, self._at = data, need
        return bytes(parts)

    def _read1(self, size=-1, /):
        self._check("read")
        size = _size(size)
        if size < 0:
            size = self._size
        if self._at >= len(self._in):
            self._write_out()
            self._in, self._at = self._raw.read(self._size) or b"", 0
        data = self._in[self._at:self._at + size]
        self._at += len(data)
        return data

    def _peek(self, size=0, /):
        self._check("peek")
        if self._at >= len(self._in):
            self._in, self._at = self._raw.read(self._size) or b"", 0
        return self._in[self._at:]

    def _readline(self, size=-1, /):
        self._check("readline")
        self._write_out()
        size = _size(size)
        parts = bytearray()
        while True:
            if self._at >= len(self._in):
                self._in, self._at = self._raw.read(self._size) or b"", 0
                if not self._in:
                    break
            end = self._in.find(b"\n", self._at) + 1
            stop = end or len(self._in)
            if size >= 0:
                stop = min(stop, self._at + size - len(parts))
            parts += self._in[self._at:stop]
            self._at = stop
            if parts.endswith(b"\n") or (size >= 0 and len(parts) >= size):
                break
        return bytes(parts)

    def _write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check("write")
        if self._in:
            self._rewind()
        data = bytes(memoryview(data))
        self._out += data
        if len(self._out) > self._size:
            self._write_out()
        return len(data)


class BufferedReader(_Buffered):
    """Create a new buffered reader using the given readable raw IO object."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        super().__init__(raw, buffer_size)

    read, read1, peek, readline = _Buffered._read, _Buffered._read1, _Buffered._peek, _Buffered._readline


class BufferedWriter(_Buffered):
    """A buffer for a writeable sequential RawIO object."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        super().__init__(raw, buffer_size)

    write = _Buffered._write


class BufferedRandom(_Buffered):
    """A buffered interface to random access streams."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable()
        super().__init__(raw, buffer_size)

    read, read1, peek, readline = _Buffered._read, _Buffered._read1, _Buffered._peek, _Buffered._readline
    write = _Buffered._write


class BufferedRWPair(_BufferedIOBase):
    """A buffered reader and writer object together."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def __getattr__(self, name):
        if name in ("read", "read1", "peek", "readline", "readinto", "readable"):
            return getattr(self.reader, name)
        raise AttributeError(name)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def write(self, data, /):
        return self.writer.write(data)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        self.writer.close()
        self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(b"" if initial_bytes is None else initial_bytes)
        self._pos = 0

    def getvalue(self):
        self._checkClosed()
        return bytes(self._data)

    def getbuffer(self):
        self._checkClosed()
        return memoryview(self._data)

    def readable(self):
        self._checkClosed()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True

    def __del__(self):
        pass

    def read(self, size=-1, /):
        self._checkClosed()
        size = _size(size)
        end = len(self._data) if size < 0 else min(len(self._data), self._pos + size)
        data = bytes(self._data[self._pos:end])
        self._pos += len(data)
        return data

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        data = self.read(len(memoryview(buffer)))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._checkClosed()
        size = _size(size)
        end = self._data.find(b"\n", self._pos) + 1 or len(self._data)
        if size >= 0:
            end = min(end, self._pos + size)
        data = bytes(self._data[self._pos:end])
        self._pos += len(data)
        return data

    def write(self, data, /):
        self._checkClosed()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(data))
        if not data:
            return 0
        if self._pos > len(self._data):
            self._data += bytes(self._pos - len(self._data))
        self._data[self._pos:self._pos + len(data)] = data
        self._pos += len(data)
        return len(data)

    def seek(self, offset, whence=SEEK_SET, /):
        self._checkClosed()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._pos = offset
        elif whence == 1:
            self._pos = max(0, self._pos + offset)
        elif whence == 2:
            self._pos = max(0, len(self._data) + offset)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        self._checkClosed()
        return self._pos

    def truncate(self, size=None, /):
        self._checkClosed()
        size = self._pos if size is None else _index(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"open() argument 'newline' must be str or None, not {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self.reset()

    def reset(self):
        self._held = False
        self._seen = set()
        if self.decoder is not None:
            self.decoder.reset()

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        if self._held and (text or final):
            text, self._held = "\r" + text, False
        if text.endswith("\r") and not final:
            text, self._held = text[:-1], True
        _note_newlines(text, self._seen)
        if self.translate:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    @property
    def newlines(self):
        return _newlines(self._seen)


def _note_newlines(text, seen):
    if "\r" in text:
        pairs = text.count("\r\n")
        if pairs:
            seen.add("\r\n")
        if text.count("\r") > pairs:
            seen.add("\r")
        if text.count("\n") > pairs:
            seen.add("\n")
    elif "\n" in text:
        seen.add("\n")


def _newlines(seen):
    found = tuple(one for one in ("\r", "\n", "\r\n") if one in seen)
    return None if not found else found[0] if len(found) == 1 else found


class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not "
                            f"{type(initial_value).__name__}")
        self._newline = newline
        self._seen = set()
        self._parts = []
        self._text = ""
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _whole(self):
        # Text written at the end is collected and joined when it is wanted.
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def getvalue(self):
        self._checkClosed("I/O operation on closed file")
        return self._whole()

    def readable(self):
        self._checkClosed("I/O operation on closed file")
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._checkClosed("I/O operation on closed file")
        return False

    @property
    def newlines(self):
        return _newlines(self._seen)

    def close(self):
        self._closed = True

    def __del__(self):
        pass

    def write(self, text, /):
        self._checkClosed("I/O operation on closed file")
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        count = len(text)
        if self._newline is None:
            _note_newlines(text, self._seen)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline not in ("", "\n"):
            text = text.replace("\n", self._newline)
        if not text:
            return count
        if self._parts and self._pos is None:
            self._parts.append(text)
            return count
        whole = self._whole()
        if self._pos is None or self._pos == len(whole):
            self._parts.append(text)
            self._pos = None
            return count
        if self._pos > len(whole):
            whole += "\0" * (self._pos - len(whole))
        self._text = whole[:self._pos] + text + whole[self._pos + len(text):]
        self._pos += len(text)
        return count

    def _place(self):
        whole = self._whole()
        if self._pos is None:
            self._pos = len(whole)
        return whole

    def read(self, size=-1, /):
        self._checkClosed("I/O operation on closed file")
        size = _size(size)
        whole = self._place()
        end = len(whole) if size < 0 else min(len(whole), self._pos + size)
        text = whole[self._pos:end]
        self._pos = max(self._pos, end)
        return text

    def readline(self, size=-1, /):
        self._checkClosed("I/O operation on closed file")
        size = _size(size)
        whole = self._place()
        end = _line_end(whole, self._pos, self._newline)
        if size >= 0:
            end = min(end, self._pos + size)
        text = whole[self._pos:end]
        self._pos = max(self._pos, end)
        return text

    def seek(self, offset, whence=SEEK_SET, /):
        self._checkClosed("I/O operation on closed file")
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        whole = self._place()
        if whence == 0:
            self._pos = offset
        elif whence == 2:
            self._pos = len(whole)
        return self._pos

    def tell(self):
        self._checkClosed("I/O operation on closed file")
        self._place()
        return self._pos

    def truncate(self, size=None, /):
        self._checkClosed("I/O operation on closed file")
        whole = self._place()
        size = self._pos if size is None else _index(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = whole[:size]
        return size


def _line_end(text, start, newline):
    """Where the line that begins at start ends."""
    if newline == "":
        lf, cr = text.find("\n", start), text.find("\r", start)
        if cr >= 0 and (lf < 0 or cr < lf):
            return cr + 2 if lf == cr + 1 else cr + 1
        return lf + 1 or len(text)
    end = text.find(newline or "\n", start)
    return len(text) if end < 0 else end + len(newline or "\n")


class TextIOWrapper(_TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer."""

    _CHUNK_SIZE = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None,
                 line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, not "
                            f"{type(encoding).__name__}")
        if encoding is None:
            encoding = "UTF-8"
        elif encoding == "locale":
            encoding = "UTF-8"
        "".encode(encoding)
        self._buffer = buffer
        self._encoding = encoding
        self._errors = "strict" if errors is None else errors
        self._newline = newline
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._seen = set()
        self._pending = []
        self._text = ""
        self._at = 0
        self._rest = b""
        self._bom = encoding.lower().replace("_", "-") in ("utf-16", "utf-32", "utf-8-sig")

    @property
    def buffer(self):
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def newlines(self):
        return _newlines(self._seen)

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def name(self):
        return self._buffer.name

    @property
    def closed(self):
        return self._buffer is None or self._buffer.closed

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        for name in ("name", "mode"):
            try:
                text += f" {name}={getattr(self, name)!r}"
            except AttributeError:
                pass
        return text + f" encoding={self._encoding!r}>"

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None,
                    write_through=None):
        if (encoding is not None or errors is not None or newline is not ...) and self._text:
            raise UnsupportedOperation("It is not possible to set the encoding or newline of "
                                       "stream after the first read")
        self.flush()
        if encoding is not None:
            self._encoding = encoding
            self._errors = errors or "strict"
        elif errors is not None:
            self._errors = errors
        if newline is not ...:
            _check_newline(newline)
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = line_buffering
        if write_through is not None:
            self._write_through = write_through

    def detach(self):
        self.flush()
        buffer, self._buffer = self._buffer, None
        return buffer

    def readable(self):
        return self._buffer.readable()

    def writable(self):
        return self._buffer.writable()

    def seekable(self):
        return self._buffer.seekable()

    def fileno(self):
        return self._buffer.fileno()

    def isatty(self):
        self._checkClosed()
        return self._buffer.isatty()

    def close(self):
        if self._buffer is None or self.closed:
            return
        try:
            self.flush()
        finally:
            self._buffer.close()

    def _send(self):
        if self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            self._buffer.write(data)

    def flush(self):
        self._checkClosed()
        self._send()
        self._buffer.flush()

    def write(self, text, /):
        self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self._buffer.writable():
            raise UnsupportedOperation("not writable")
        count = len(text)
        has_newline = "\n" in text
        if has_newline and self._newline not in (None, "", "\n"):
            text = text.replace("\n", self._newline)
        if self._text or self._rest:
            self.seek(self.tell())
        encoding = self._encoding
        if self._bom:
            if self._buffer.seekable() and (self._buffer.tell() or self._pending):
                encoding = {"utf-8-sig": "utf-8"}.get(encoding.lower(), encoding + "-le")
        self._pending.append(text.encode(encoding, self._errors))
        if self._write_through or len(self._pending) > 512:
            self._send()
        if self._line_buffering and (has_newline or "\r" in text):
            self.flush()
        return count

    def _decode(self, data, final):
        """Decodes as much as is complete; the rest stays for later."""
        data = self._rest + data
        self._rest = b""
        if final:
            return data.decode(self._encoding, self._errors)
        kind = self._encoding.lower().replace("_", "-")
        if kind in ("utf-8", "utf8", "utf-8-sig"):
            cut = len(data)
            for back in range(1, min(4, len(data)) + 1):
                byte = data[-back]
                if byte < 0x80:
                    break
                if byte >= 0xC0:
                    need = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                    if back < need:
                        cut = len(data) - back
                    break
            self._rest, data = data[cut:], data[:cut]
        elif kind.startswith(("utf-16", "utf-32")):
            # A stream in these encodings is decoded as a whole.
            self._rest, data = data, b""
        return data.decode(self._encoding, self._errors)

    def _fill(self):
        """Reads on; false at the end."""
        whole = self._encoding.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32"))
        data = self._buffer.read() if whole else _read_some(self._buffer, self._CHUNK_SIZE)
        final = not data or whole
        text = self._decode(data, final)
        if text.endswith("\r") and not final and self._newline in (None, ""):
            more = _read_some(self._buffer, 1)
            text += self._decode(more, not more)
        if self._newline in (None, ""):
            _note_newlines(text, self._seen)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text and not data:
            return False
        self._text = self._text[self._at:] + text
        self._at = 0
        return bool(data)

    def _ready(self):
        self._checkClosed()
        if not self._buffer.readable():
            raise UnsupportedOperation("not readable")
        self._send()

    def read(self, size=-1, /):
        self._ready()
        size = _size(size)
        if size < 0:
            data = self._buffer.read()
            text = self._decode(data, True)
            if self._newline in (None, ""):
                _note_newlines(text, self._seen)
            if self._newline is None and "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            text = self._text[self._at:] + text
            self._text, self._at = "", 0
            return text
        while len(self._text) - self._at < size and self._fill():
            pass
        text = self._text[self._at:self._at + size]
        self._at += len(text)
        if self._at == len(self._text):
            self._text, self._at = "", 0
        return text

    def readline(self, size=-1, /):
        self._ready()
        size = _size(size)
        newline = "\n" if self._newline is None else self._newline
        while True:
            end = _line_end(self._text, self._at, newline)
            ended = self._text.endswith(newline or ("\n", "\r"), self._at, end) and end > self._at
            if ended or (0 <= size <= len(self._text) - self._at) or not self._fill():
                break
        end = _line_end(self._text, self._at, newline)
        if size >= 0:
            end = min(end, self._at + size)
        text = self._text[self._at:end]
        self._at = end
        if end >= len(self._text):
            self._text, self._at = "", 0
        return text

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._checkClosed()
        if not self._buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        self._send()
        ahead = self._text[self._at:]
        size = len(ahead.encode(self._encoding, self._errors)) if ahead else 0
        if ahead and self._newline is None and "\r\n" in self._seen:
            size += ahead.count("\n")
        return self._buffer.tell() - len(self._rest) - size

    def seek(self, cookie, whence=SEEK_SET, /):
        self._checkClosed()
        if not self._buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == SEEK_CUR:
            if cookie:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), SEEK_SET
        elif whence == SEEK_END:
            if cookie:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != SEEK_SET:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._send()
        self._buffer.flush()
        self._text, self._at, self._rest = "", 0, b""
        return self._buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        if size is None:
            size = self.tell()
        return self._buffer.truncate(size)


def _read_some(buffer, size):
    read1 = getattr(buffer, "read1", None)
    return buffer.read(size) if read1 is None else read1(size)


for _class in list(globals().values()):
    if isinstance(_class, type) and issubclass(_class, _IOBase):
        _class.__module__ = "_io"
del _class


def text_encoding(encoding, stacklevel=2, /):
    """The default encoding for text files."""
    return "locale" if encoding is None else encoding


def open_code(path):
    """Opens the provided file with the intent to import the contents."""
    return open(path, "rb")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, (str, bytes, int)) and not hasattr(type(file), "__fspath__"):
        raise TypeError("expected str, bytes or os.PathLike object, not "
                        f"{type(file).__name__}")
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    for name, value in (("encoding", encoding), ("errors", errors)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not "
                            f"{type(value).__name__}")
    modes = set(mode)
    if not modes <= set("axrwb+t") or len(mode) > len(modes):
        raise ValueError(f"invalid mode: {mode!r}")
    binary, text = "b" in modes, "t" in modes
    if binary and text:
        raise ValueError("can't have text and binary mode at once")
    if len(modes & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if binary and buffering == 1:
        import warnings
        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default "
                      "buffer size will be used", RuntimeWarning, 2)
    if not binary:
        _check_newline(newline)
    raw = FileIO(file, mode.replace("t", "").replace("b", ""), closefd, opener)
    result = raw
    try:
        line_buffering = buffering == 1 or (buffering < 0 and raw.isatty())
        if buffering < 0 or buffering == 1:
            buffering = DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        if "+" in modes:
            result = BufferedRandom(raw, buffering)
        elif "r" in modes:
            result = BufferedReader(raw, buffering)
        else:
            result = BufferedWriter(raw, buffering)
        if binary:
            return result
        result = TextIOWrapper(result, encoding, errors, newline, line_buffering)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise
