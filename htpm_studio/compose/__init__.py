"""From template, content and brand to finished pages."""
