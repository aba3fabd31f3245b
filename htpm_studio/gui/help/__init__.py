"""Help, what the program is, and the licenses of what is in it."""
