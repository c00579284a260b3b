# What a dataclass asks its class for, and what it sets, one after the other.
import dataclasses


class Meta(type):
    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        if name == "__post_init__":
            print("no", name)
        raise AttributeError(name)


for options in {}, {"frozen": True}, {"order": True}, {"eq": False}, {"init": False}:
    print(options)

    @dataclasses.dataclass(**options)
    class Point(metaclass=Meta):
        x: int
        y: int = 2
