import circle_two
