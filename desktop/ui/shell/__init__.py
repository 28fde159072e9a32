"""The shell: rail, top bar, page area and status bar around whatever screens there are, and what guards them."""
