_lib/plain.py/x
