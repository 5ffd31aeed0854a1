"""Tests of what the pipeline says to people."""
