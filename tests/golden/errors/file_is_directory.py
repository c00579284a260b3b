open("/")
