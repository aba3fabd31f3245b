"""The photo library: pictures, their records, and where they are used."""
