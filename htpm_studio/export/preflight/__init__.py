"""The checks before a kit goes out, and the report about them."""
