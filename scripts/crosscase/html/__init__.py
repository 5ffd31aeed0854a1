"""HTML from templates. Tables, the report and the preflight report import it; it imports nothing of crosscase."""
