"""Tests of the command `crosscase`."""
