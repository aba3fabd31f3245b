"""The kit on the table: rooms in which the pieces of a kit stand."""
