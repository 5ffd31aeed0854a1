"""Tests of the preflight report."""
