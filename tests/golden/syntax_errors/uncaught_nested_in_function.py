class A:
    def method(self):
        for i in range(3):
            print i
