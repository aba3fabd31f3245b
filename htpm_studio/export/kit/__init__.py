"""One kit as a value: content, look, pictures and choices, and what is derived from them."""
