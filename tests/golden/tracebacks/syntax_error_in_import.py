"""A SyntaxError in an imported module names that file, and the importing frame."""
try:
    import _broken.indent
except IndentationError as error:
    print(error.msg, error.lineno, error.offset)
import _broken.syntax
