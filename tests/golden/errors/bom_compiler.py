éé = 3; return 3
