"""Another year's toolkit: read, looked through, made the campaign of the kit."""
