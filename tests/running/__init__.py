"""Tests of what surrounds the steps of a build."""
