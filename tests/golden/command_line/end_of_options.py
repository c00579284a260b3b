"""What follows the script belongs to the script."""
