import os
os.path.joim("a", "b")
