print("helper runs once")
counter = 0
