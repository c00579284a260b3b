from contextlib import AsyncExitStack, ExitStack

stack = ExitStack()
print(stack._exit_callbacks, AsyncExitStack()._exit_callbacks)
stack.callback(print, "left")
moved = stack.pop_all()
print(len(moved._exit_callbacks), stack._exit_callbacks, type(moved._exit_callbacks))
moved.close()
