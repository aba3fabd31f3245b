"""What every part of the window shares: the open kit, its pieces, drawing, background work and what is dragged."""
