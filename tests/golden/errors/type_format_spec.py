print(f"{'x':d}")
