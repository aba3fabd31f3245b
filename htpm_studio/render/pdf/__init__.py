"""Pages as tagged PDF (PDF/UA-1)."""
