-W
error
unraisable_warning.py
