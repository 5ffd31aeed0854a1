"""Tests of the redaction summary."""
