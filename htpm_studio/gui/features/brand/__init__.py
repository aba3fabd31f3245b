"""The brand: colors, logo and the partners that are beside it."""
