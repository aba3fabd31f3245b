"""A toolkit document of any year (Word, PDF, plain text, Markdown) as a campaign pack."""
