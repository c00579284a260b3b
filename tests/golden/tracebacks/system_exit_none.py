"""raise SystemExit without a code exits with 0."""
print("leaving")
raise SystemExit
