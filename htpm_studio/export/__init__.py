"""The kit: which pieces there are, how each is made, and how they reach the disk together."""
