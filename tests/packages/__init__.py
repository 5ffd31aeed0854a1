"""Tests of the package that a study hands over."""
