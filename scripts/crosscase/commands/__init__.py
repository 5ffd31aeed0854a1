"""What `crosscase <verb>` does, one module a verb. Only `crosscase.cli` imports it; it may import everything."""
