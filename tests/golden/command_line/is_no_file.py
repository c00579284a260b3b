"""What can not be read."""
