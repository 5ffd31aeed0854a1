"""Tests of the detectors of identifiers."""
