"""The study as a REFI-QDA project and codebook, the exchange format of coding tools. Only scripts import it."""
