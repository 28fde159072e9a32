"""Papers in the window: looked at before they are printed or saved."""
