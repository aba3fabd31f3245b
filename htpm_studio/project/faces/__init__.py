"""Where faces are in photos, so that no head is cut off; never whose they are."""
