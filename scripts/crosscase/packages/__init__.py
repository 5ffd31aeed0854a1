"""The package that a study hands over: its contents, descriptions and README. Only scripts import it."""
