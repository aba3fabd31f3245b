"""From a request to the files of a kit: what is to be made, by whom, and what came of it."""
