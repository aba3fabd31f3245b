"""Which pages a kit has, and how they are composed; what is measured on them."""
