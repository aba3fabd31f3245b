"""The checks: run in the background, shown in a panel, put right with a click."""
