"""Tests of the tables of a manuscript."""
