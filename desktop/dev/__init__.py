"""Tools for those who work on the product: never loaded by the window or the command line."""
