# open() asks once for a path, before it looks at the mode.


class Asked:
    @property
    def __fspath__(self):
        print("asked")
        raise ValueError("no path today")


class Nothing:
    __fspath__ = None


for arguments in [
    (Asked(),),
    (Nothing(), "zz"),
    (object(), "zz"),
    ("name", "zz"),
    (2j,),
    (1.5,),
    (-1,),
    (None,),
]:
    try:
        open(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
