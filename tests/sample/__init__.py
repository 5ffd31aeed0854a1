"""Tests of the sample and its protection."""
