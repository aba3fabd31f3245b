"""Where the words of a campaign and of a kit are checked: the language rules, and what the words are about."""
