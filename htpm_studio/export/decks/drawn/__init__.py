"""Slides in the design of somebody else's presentation, drawn as pages."""
