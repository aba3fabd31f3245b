"""Long work: jobs that can be stopped, processes of their own, and how the program starts."""
