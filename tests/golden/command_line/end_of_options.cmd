_app/__main__.py
-c
--help
-I
