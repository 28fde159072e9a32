"""The settings: what each person sets for themselves, and what managers and owners set for the site."""
