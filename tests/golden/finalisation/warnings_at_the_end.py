# Warnings that finalisers give while modules are being taken down, without what can't be looked up then.
import warnings

warnings.simplefilter("always")


class Warns:
    def __del__(self):
        warnings.warn("unclosed", ResourceWarning, source=self)


async def never():
    pass


coroutine = never()
late = Warns()
late.itself = late
now = Warns()
