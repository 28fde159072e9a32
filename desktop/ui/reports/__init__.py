"""Reports: the months, their printed reports, and what was decided in them."""
