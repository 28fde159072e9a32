"""The queue: open cases, most urgent first, and why each is where it is."""
