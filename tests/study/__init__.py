"""Tests of the configuration of a study."""
