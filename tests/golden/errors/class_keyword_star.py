class A(**):
    pass
