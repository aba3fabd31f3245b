"""Words without a page as files: documents, mail, web pages, tables and calendars."""
