"""Calls what it is given."""


def apply(function, argument):
    return function(argument)


class Wrapper:
    def run(self, function):
        try:
            return apply(function, 1)
        except ZeroDivisionError as error:
            raise RuntimeError("wrapped") from error
