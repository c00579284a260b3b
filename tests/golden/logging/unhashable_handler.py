import logging


class H(logging.Handler):
    def __eq__(self, other):
        return True


before = len(logging._handlerList)
try:
    H()
except TypeError as error:
    print(error)
print(len(logging._handlerList) - before)
