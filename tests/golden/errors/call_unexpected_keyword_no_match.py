def connect(host):
    pass


connect("x", zzz=1)
