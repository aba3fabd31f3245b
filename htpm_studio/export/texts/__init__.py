"""The words that go with a kit, as running text, tables and days."""
