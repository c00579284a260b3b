print("init _runnable", __name__)
