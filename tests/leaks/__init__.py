"""Tests of the leak search."""
