"""The guard of the hotline: its number, text number and address, and all that is almost one of them."""
