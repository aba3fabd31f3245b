"""Kits for partner organizations: their list, a preview, and making them all."""
