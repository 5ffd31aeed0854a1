"""Tests of rebuilding and comparing."""
