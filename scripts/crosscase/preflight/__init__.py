"""The preflight report: what is in each export, before anything is counted. Rules, scripts and commands import it."""
