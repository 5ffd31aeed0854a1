"""Tests of the words of tables, figures and pages."""
