"""URLs: urllib.parse takes them apart; the parts that need a network are missing."""
