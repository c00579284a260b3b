class A:
    def __init__(self):
        self.size = len(self.items)
        self.items = []


A()
