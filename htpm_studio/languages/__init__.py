"""The languages of kits: each is a folder in `assets/languages`, which says what the program knows of it."""
