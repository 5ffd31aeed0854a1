"""The tests of crosscase, and the generator of the synthetic study that they build."""
