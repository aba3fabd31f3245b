"""TOML files that people write, read strictly: each mistake is reported with file, line and the nearest right name."""
