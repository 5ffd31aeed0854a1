"""The preflight report: the content of each export, before anything is counted. Scripts and commands import it."""
