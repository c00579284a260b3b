int("forty two")
