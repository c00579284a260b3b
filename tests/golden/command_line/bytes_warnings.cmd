-b
bytes_warnings.py
