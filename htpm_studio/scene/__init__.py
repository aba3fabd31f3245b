"""A finished page: every box has its place, every text its lines, every color its value."""
