"""Finding cases from the top bar as one types, and a look at one that is found."""
