"""What lies in the folder of a kit beside its pieces: the list of files and the start page."""
