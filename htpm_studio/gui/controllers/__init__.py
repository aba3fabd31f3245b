"""What features share and nobody sees: the state of editor, export, pictures and posts, and the commands for pieces."""
