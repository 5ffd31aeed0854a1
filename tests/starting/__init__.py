"""Tests of `crosscase.starting`."""
