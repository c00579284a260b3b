compile("if x:\npass", "made.py", "exec")
