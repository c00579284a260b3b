print(
    1 if x
    , 2)
