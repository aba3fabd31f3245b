"""What is looked at before a kit goes out, and the report about it."""
