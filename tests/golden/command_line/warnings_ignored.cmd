-W
ignore
-c
x = "\d" is "y"; print("quiet")
