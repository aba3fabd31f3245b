"""What the user picks from, in several features: pictures, the logo, families, styles, the design of the decks."""
