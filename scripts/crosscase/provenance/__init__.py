"""What made the results: the steps and their inputs, the code and libraries, the checkout, the proof of a rebuild.

Rules, scripts, `leaks` and `rebuilds` import it; it imports `coding`, `running` and what lies below.
"""
