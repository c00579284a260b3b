_app.zip
a
-c
