"""Whole builds, run for real in copies of the project."""
