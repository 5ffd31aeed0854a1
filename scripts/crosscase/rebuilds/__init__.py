"""Build a study twice in fresh copies and compare the results. Only commands import it; it imports what lies below."""
