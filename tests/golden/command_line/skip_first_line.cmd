-x
skip_first_line.py
