"""What except* makes of exceptions that are no Exceptions, and of notes."""
def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



def handled(group, other):
    try:
        try: raise group
        except* ValueError: raise other
    except BaseException as error: return repr(error), type(error).__name__


def raised_again(group):
    try: raise group
    except* ValueError: raise KeyError("new")
    except* TypeError: raise


t(lambda: handled(BaseExceptionGroup("b", [ValueError(1), SystemExit(2)]), KeyError("new")))
t(lambda: handled(ExceptionGroup("b", [ValueError(1), OSError(1)]), SystemExit()))
t(lambda: handled(ExceptionGroup("b", [ValueError(1)]), KeyboardInterrupt()))
for notes in ([], ["n"]):
    group = ExceptionGroup("top", [ValueError(1), TypeError(2), OSError(4)])
    for note in notes:
        group.add_note(note)
    try:
        raised_again(group)
    except BaseException as error:
        print(repr(error.exceptions), [getattr(part, "__notes__", None) for part in error.exceptions])
