@echo off & this is no Python
print("runs")
1 / 0
