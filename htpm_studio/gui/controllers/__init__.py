"""State and commands that several features share: editor, export, pictures, posts, brand, campaigns."""
