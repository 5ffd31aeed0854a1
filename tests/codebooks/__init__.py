"""Tests of codebooks of other tools."""
