"""Controllers and widgets that several features share."""
