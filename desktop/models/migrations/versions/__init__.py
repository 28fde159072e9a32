"""The schema versions."""
