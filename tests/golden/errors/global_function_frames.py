def outer():
    def inner():
        class Local:
            def method(self):
                return [self.missing for _ in range(1)]
        return Local().method()
    return inner()


outer()
