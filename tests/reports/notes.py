error = ValueError("first line\nsecond line")
error.add_note("a note that is long enough to go over more than one line of a terminal with eighty columns, certainly")
error.add_note("a note\nin two lines")
raise error
