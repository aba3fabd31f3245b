"""Files of other people, read with limits, and files that only their owner reads."""
