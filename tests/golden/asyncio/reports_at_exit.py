# What is left at the end of a program is reported then.
import asyncio
import sys


async def waits():
    await asyncio.get_running_loop().create_future()


other = asyncio.new_event_loop()
other.set_exception_handler(lambda loop, context: print(context["message"], file=sys.stderr))
pending = other.create_task(waits(), name="waiting")
other.call_soon(other.stop)
other.run_forever()

loop = asyncio.new_event_loop()
failed = loop.create_future()
failed.set_exception(ValueError("nobody asks"))
print(failed, pending.done(), pending.get_name())
