"""Where they live."""


class Cage:
    "Not the zoo's own."
