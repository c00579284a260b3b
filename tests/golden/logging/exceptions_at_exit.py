# Finalisers that run at the very end, when nothing can be imported, log exceptions and show them.
import io
import logging
import traceback


class Late:
    def __del__(self, io=io, logging=logging, traceback=traceback):
        text = io.StringIO()
        error = ValueError("late")
        traceback.print_exception(type(error), error, None, file=text)
        print(text.getvalue())
        handler = logging.StreamHandler(text)
        handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(threadName)s"))
        exc_info = type(error), error, None
        handler.emit(logging.LogRecord("log", 40, "path", 1, "message %s", ("given",), exc_info))
        print(text.getvalue())


late = Late()
late.itself = late
