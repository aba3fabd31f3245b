"""The file of the open kit: autosave log, lock, safety copies, recovery, and the menu that opens and saves."""
