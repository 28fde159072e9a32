"""Photos, scans and texts of a case: the card that takes them, and a look at one."""
