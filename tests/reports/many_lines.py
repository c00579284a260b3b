def add(*numbers):
    return sum(numbers)


add(
    1,
    2,
    3,
    4,
    5,
    "6",
)
