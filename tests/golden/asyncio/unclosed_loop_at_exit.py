"""What nobody has closed goes when the interpreter does, and nothing is said of that."""

import asyncio
import sys
import tempfile

loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.sleep(0))
print(loop.is_closed())
sys.spooled = tempfile.SpooledTemporaryFile()
