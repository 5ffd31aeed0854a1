"""Tests of tables that people write."""
