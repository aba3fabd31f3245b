"""The piece editor: one piece large, its words, picture and sizes, and its sister pieces beside it."""
