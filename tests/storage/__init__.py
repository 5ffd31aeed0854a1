"""Tests of tables between the steps and their files."""
