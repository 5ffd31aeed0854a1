"""Tests of the REFI-QDA archive."""
