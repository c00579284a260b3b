_no_main.zip
