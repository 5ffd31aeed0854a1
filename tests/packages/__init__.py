"""Tests of the package that a study shares."""
