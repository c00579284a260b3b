names = ["ada",
         "grace",
         "barbara"

for name in names:
    print(name)
