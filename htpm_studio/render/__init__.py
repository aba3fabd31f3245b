"""Back ends: a finished page as pixels, as tagged PDF and as editable slides."""
