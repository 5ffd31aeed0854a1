"""Tests of the way from codings to cells."""
