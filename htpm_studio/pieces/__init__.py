"""What can be made, as data: every page size is in `templates/sizes.toml`, every piece in a folder of its own."""
