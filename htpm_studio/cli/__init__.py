"""The command line: a module for each command, and how it speaks."""
