-W
nonsense
-W
error:::x
-W
ignore:a:b:c:d
-c
print("runs")
