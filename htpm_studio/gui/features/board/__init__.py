"""The board: every piece of the kit as a picture, section by section."""
