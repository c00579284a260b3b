def connect(host, port=80):
    pass


connect("x", prot=8080)
