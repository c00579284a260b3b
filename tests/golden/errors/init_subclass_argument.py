class Base:
    def __init_subclass__(cls, *, tag):
        cls.tag = tag


class Derived(Base):
    pass
