text = (
    "hello"
    .upper()
    .missing()
    .lower()
)
