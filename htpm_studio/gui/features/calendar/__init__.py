"""The posting calendar: the month, and the day at its side."""
