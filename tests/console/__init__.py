"""Tests of what a build prints."""
