"""Cooperative calls along a diamond, with mixins and changing bases."""
log = []
class Root:
    def run(self): log.append("Root")
class Left(Root):
    def run(self): log.append("Left"); super().run()
class Right(Root):
    def run(self): log.append("Right"); super().run()
class Both(Left, Right):
    def run(self): log.append("Both"); super().run()
class Mixin:
    def run(self): log.append("Mixin"); super().run()
class Top(Mixin, Both): pass
for cls in (Both, Top, Left):
    log.clear()
    cls().run()
    print(log)
Left.__bases__ = (Right,)
Both.__bases__ = (Left,)
log.clear()
Both().run()
print(log)
