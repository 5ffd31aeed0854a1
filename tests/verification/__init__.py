"""Tests of printed numbers and the rules that stop a build."""
