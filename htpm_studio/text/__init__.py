"""Text measured once: bundled faces, HarfBuzz shaping, line breaking and fitting."""
