"""Every figure of figures.md, computed in one place and shown in many: screens, files, the printed month."""
