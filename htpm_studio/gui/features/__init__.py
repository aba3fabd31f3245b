"""The features of the window: each knows core and components, and no other feature."""
