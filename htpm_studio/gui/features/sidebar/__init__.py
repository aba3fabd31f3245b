"""The left side: the first page, and the choices that a kit is made of."""
