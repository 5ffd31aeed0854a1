"""What made the results: the steps and their inputs, the code and libraries, the checkout, the proof of a rebuild."""
