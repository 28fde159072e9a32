"""Who is at the desk: the sign-in page and the cover, and how somebody gets a PIN."""
