"""The package that a study shares: its contents, descriptions and README.

Only the step `package_study` imports this folder; it imports `run_crate`, `messages`, `storage` and `study`.
"""
