"""The picture library: drawn people in settings with things, put together at run time from declared parts."""
