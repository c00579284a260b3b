def connect(host, port, *, timeout=3, host=None):
    pass
