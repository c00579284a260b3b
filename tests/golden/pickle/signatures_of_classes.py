"""What inspect knows of the classes' arguments."""

import inspect
import pickle


class Own(pickle.Pickler):
    pass


class Init(pickle.Unpickler):
    def __init__(self, name):
        pass


for cls in pickle.Pickler, pickle.Unpickler, pickle.PickleBuffer, Own, Init:
    print(repr(cls.__text_signature__))
    try:
        print(inspect.signature(cls))
    except ValueError as error:
        print(error)
