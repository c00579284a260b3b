"""Loggers, levels, handlers, formatters, filters and adapters."""
import logging, sys, io, warnings

logging.getLogger("unset").warning("by the last resort: %s", 1)
logging.getLogger("unset").info("not shown")
logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.info("info %d", 1)
logging.debug("hidden")
log = logging.getLogger("a.b")
print(log, log.parent, logging.getLogger("a"), log.parent, logging.root, log.getChild("c"))
print(logging.getLogger("a").getChildren(), logging.getLogger() is logging.root)
log.setLevel("DEBUG")
log.debug("now %(x)s", {"x": 3})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
    log.error("plain", exc_info=True)
handler = logging.StreamHandler(sys.stdout)
print(handler, logging.NullHandler(), logging.StreamHandler(io.StringIO()))
for style, fmt in ("%", "%(levelname)-8s|%(name)s|%(funcName)s|%(module)s|%(lineno)d|%(message)s"), \
        ("{", "{levelname:>10}:{message!r}"), ("$", "$name ${message}"):
    handler.setFormatter(logging.Formatter(fmt, style=style))
    log.propagate = False
    log.addHandler(handler)
    def caller():
        log.warning("in %s", "caller", stacklevel=1)
        log.warning("outside", stacklevel=2)
    caller()
for bad in ("%", "plain"), ("{", "{"), ("$", "$"), ("!", "x"), ("{", "none"):
    try:
        logging.Formatter(bad[1], style=bad[0])
    except ValueError as error:
        print(error)
handler.setFormatter(logging.Formatter("%(message)s %(user)s", defaults={"user": "nobody"}))
log.info("x")
log.info("x", extra={"user": "me"})
try:
    log.info("x", extra={"message": 1})
except KeyError as error:
    print(error)
class OnlyB(logging.Filter):
    def filter(self, record):
        return "b" in record.getMessage()
handler.addFilter(OnlyB())
log.info("abc")
log.info("xyz")
handler.filters.clear()
handler.addFilter(lambda record: record.levelno > 20)
log.info("no")
log.warning("yes")
adapter = logging.LoggerAdapter(log, {"user": "adapted"})
adapter.error("hello")
print(adapter)
logging.addLevelName(35, "LOUD")
log.log(35, "loud")
print(logging.getLevelName(35), logging.getLevelName("LOUD"), logging.getLevelName(7), logging.getLevelNamesMapping()["WARN"])
for call in (lambda: log.setLevel("NOPE"), lambda: log.setLevel(1.5), lambda: log.log("x", 1),
             lambda: logging.getLogger(3), lambda: logging.basicConfig(force=True, foo=1),
             lambda: logging.basicConfig(force=True, stream=1, filename=2)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(log.isEnabledFor(10), log.getEffectiveLevel(), log.hasHandlers())
logging.disable(logging.ERROR)
log.error("disabled")
log.critical("still")
logging.disable(logging.NOTSET)
logging.captureWarnings(True)
stream = io.StringIO()
logging.getLogger("py.warnings").addHandler(logging.StreamHandler(stream))
logging.getLogger("py.warnings").propagate = False
warnings.warn("captured")
print(stream.getvalue().splitlines()[0].rpartition("/")[2])
logging.captureWarnings(False)
record = logging.makeLogRecord({"msg": "m %s", "args": (1,), "levelno": 20, "name": "n"})
print(record.getMessage(), record)
