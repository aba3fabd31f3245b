"""Kits for a list of organizations, in turn, in several processes, or on a cluster."""
