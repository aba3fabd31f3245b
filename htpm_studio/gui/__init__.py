"""The window: the only code that knows Qt. It reaches files through `export` and `project` alone."""
