"""Printing at real size."""
