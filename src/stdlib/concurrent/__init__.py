"""Work done concurrently: see concurrent.futures."""
