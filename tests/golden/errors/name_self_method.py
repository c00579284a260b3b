class Greeter:
    def name(self):
        return "x"

    def greet(self):
        return name()


Greeter().greet()
