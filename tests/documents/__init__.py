"""Documents and code agree."""
