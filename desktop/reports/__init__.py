"""Papers as PDF: fonts, lines and pages, and what stands on them. Knows rows and words, no database and no window."""
