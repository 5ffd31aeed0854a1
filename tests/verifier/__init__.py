"""Tests of the verifier of packages."""
