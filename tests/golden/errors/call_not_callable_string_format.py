"text"(3)
