"""HTML from templates. `tables`, `report` and `preflight` import this folder; it imports only `messages`."""
