"""Guests: the list, one guest's profile, doubles, and who may not come back (design.md 7)."""
