"""In which order warning options count."""
