"""Decisions: pure functions and frozen values. No Qt, no SQL, no files; the clock and the zone are handed in."""
