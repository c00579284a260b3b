-c
import os; os.environ["PYTHONINSPECT"] = "1"
