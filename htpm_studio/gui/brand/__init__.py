"""The brand: colors, logo and the partners that stand beside it."""
