one two three
