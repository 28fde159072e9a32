"""Charts as geometry: one description, laid out for any size, painted alike on screen and paper (design.md 14)."""
