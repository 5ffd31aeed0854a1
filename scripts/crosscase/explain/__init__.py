"""What stands behind one cell of a table, for a person who asks. Only commands import it."""
