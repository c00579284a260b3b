class Proxy:
    def __getattr__(self, name):
        raise AttributeError(f"proxy has nothing called {name}")


Proxy().size
