"""What every Office file is made of: its package, its XML and its theme."""
