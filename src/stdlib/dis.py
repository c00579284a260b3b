"""The names of CPython's disassembler. Dunder walks a tree: there is no bytecode
to show, and whatever would show it says so. What tells about source lines works.
"""

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts",
           "findlabels", "get_instructions", "show_code", "stack_effect",
           "Bytecode", "Instruction"]

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED",
    32: "GENERATOR", 64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}


def findlinestarts(code):
    """Pairs of offset and line, from code.co_lines()."""
    last = False
    for start, _, line in code.co_lines():
        if line is not last:
            last = line
            yield start, line


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"dis.{name}() is not supported: there is no bytecode")
    refuse.__name__ = refuse.__qualname__ = name
    refuse.__doc__ = "Not supported: there is no bytecode."
    return refuse


for _name in ("code_info", "dis", "disassemble", "distb", "disco", "findlabels",
              "get_instructions", "show_code", "stack_effect", "Bytecode",
              "Instruction"):
    globals()[_name] = _refused(_name)
del _name
