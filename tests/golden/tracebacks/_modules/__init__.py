"""Helpers of across_modules."""
