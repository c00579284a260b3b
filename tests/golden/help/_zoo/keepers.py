"""Who feeds them."""
