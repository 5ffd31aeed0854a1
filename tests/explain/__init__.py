"""Tests of explaining a cell."""
