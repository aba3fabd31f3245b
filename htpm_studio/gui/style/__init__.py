"""How the window looks: colors, contrast, text size and icons."""
