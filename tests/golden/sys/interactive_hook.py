import sys
print(list(sys.__dict__)[-1], sys.__interactivehook__.__module__, sys.__interactivehook__.__qualname__, type(sys.__interactivehook__))
print(sys.__interactivehook__())
