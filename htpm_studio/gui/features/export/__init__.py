"""The export: choosing, writing, the result, and the copy on a stick."""
