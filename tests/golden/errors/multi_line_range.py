x = (first_name
     second_name
     third_name)
