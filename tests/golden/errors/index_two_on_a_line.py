matrix = [[1, 2], [3, 4]]
print(matrix[0][1] + matrix[2][0])
