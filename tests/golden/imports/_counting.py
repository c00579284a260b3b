try:
    runs += 1
except NameError:
    runs = 1
kept = "from run", runs
if runs == 1: first_only = True
