"""Tests of anonymisation."""
