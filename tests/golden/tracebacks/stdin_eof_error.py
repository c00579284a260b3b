"""input() at the end of the input; the prompt stays on stdout."""
print(input("name? "))
print(repr(input()))
try:
    input("again? ")
except EOFError as error:
    print(repr(error))
input("last? ")
