# What the classes of sys's named tuples say of their fields.
import sys

for info in (sys.flags, sys.version_info, sys.float_info, sys.int_info, sys.hash_info, sys.thread_info):
    cls = type(info)
    print(cls.__name__, cls.n_fields, cls.n_sequence_fields, cls.n_unnamed_fields, cls.__match_args__, len(info))
    try:
        print(cls(range(len(info))))
    except TypeError as error:
        print(error)
print(sys.flags.gil)
match sys.version_info:
    case (3, minor, *_):
        print("matched", minor)
