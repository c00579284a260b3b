"""Audit hooks, the monitoring of tools that see nothing, flags and sizes."""
import sys
import warnings

log = []


def hook(event, args):
    if event in ("compile", "exec", "open", "os.system", "sys.addaudithook", "mine"):
        log.append((event, args))


def shown(value):
    return value if isinstance(value, (str, bytes, int, type(None))) else type(value).__name__


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


sys.addaudithook(hook)
sys.audit("mine", 1, [])
attempt(sys.audit, 1)
attempt(sys.audit)
eval("1")
exec("x = 1")
exec(compile("2", "a", "eval"))
open("/dev/null").close()
attempt(open, "/nonexistent/file", "wb+")
sys.addaudithook(lambda *args: None)
for event, args in log:
    print(event, [shown(arg) for arg in args])


def forbid(event, args):
    if event == "mine":
        raise ValueError("not mine")
    if event == "sys.addaudithook":
        raise RuntimeError("enough hooks")


sys.addaudithook(forbid)
attempt(sys.audit, "mine")
attempt(sys.addaudithook, lambda event, args: print("never"))
sys.audit("other")

tools = sys.monitoring
print([(name, value) for name, value in sorted(vars(tools).items()) if isinstance(value, int)])
print(vars(tools.events))
for function, *args in [
    (tools.get_tool, 1), (tools.get_tool, 7), (tools.use_tool_id, 1, "x"), (tools.use_tool_id, 1, "x"),
    (tools.get_tool, 1), (tools.use_tool_id, 2, 3), (tools.free_tool_id, 3), (tools.free_tool_id, 9),
    (tools.get_events, 1), (tools.get_events, 3), (tools.set_events, 1, 0), (tools.set_events, 3, 0),
    (tools.register_callback, 1, 1, print), (tools.register_callback, 1, 1, None),
    (tools.register_callback, 1, 3, None), (tools.get_local_events, 1, shown.__code__),
    (tools.get_local_events, 1, 3), (tools.set_local_events, 1, shown.__code__, 0),
    (tools.restart_events,), (tools._all_events,), (tools.free_tool_id, 1), (tools.get_tool, 1),
    (sys.activate_stack_trampoline, "x"), (sys.activate_stack_trampoline, 3),
    (sys.deactivate_stack_trampoline,), (sys.is_stack_trampoline_active,),
    (sys.getdlopenflags,), (sys.setdlopenflags, "x"), (sys.setdlopenflags, 1), (sys.getdlopenflags,),
]:
    attempt(function, *args)
print(sys.getallocatedblocks() > 1000, sys.getunicodeinternedsize() > 100)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(NotImplemented.__bool__()), [str(warning.message) for warning in caught])
print([name for name in ("__bases__", "__copy__", "__deepcopy__") if name in dir(list[int])])


def names(a):
    b = 1
    def inner():
        return a, q
    q = 1
    return inner


print([names.__code__._varname_from_oparg(at) for at in range(4)])
attempt(names.__code__._varname_from_oparg, 9)
print(type(names.__code__.co_linetable), names.__code__.co_exceptiontable)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    steps = names.__code__.co_lnotab
print([str(warning.message) for warning in caught], sum(step for step in steps[1::2]))
print(names.__code__.replace(co_linetable=names.__code__.co_linetable) == names.__code__)
