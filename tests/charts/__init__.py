"""Tests of the charts of the analysis."""
