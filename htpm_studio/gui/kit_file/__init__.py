"""The file of the open kit: journal, lock, safety copies, recovery, and the menu that opens and saves."""
