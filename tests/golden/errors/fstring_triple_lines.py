x = f"""
first {a}
second {b +}
"""
