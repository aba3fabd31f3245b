"""Pages as pixels."""
