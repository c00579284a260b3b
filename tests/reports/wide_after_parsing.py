def 関数(): 変数 = "日本語"; nonlocal 変数2
