def check(value):
    assert (
        value > 0
        and value < 10
    ), "out of range"


check(11)
