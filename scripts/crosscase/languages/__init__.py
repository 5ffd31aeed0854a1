"""What nine languages say around a name or number, and their ordinary words. Detectors and leak search import it."""
