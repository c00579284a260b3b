"""Binary rubbish after a valid line."""
x = 1
€şÿ
