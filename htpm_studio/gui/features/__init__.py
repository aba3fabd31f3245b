"""The features of the window: each knows the layers below, and no other feature."""
