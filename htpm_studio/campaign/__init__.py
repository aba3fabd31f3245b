"""What is said: the month, its weeks and every text of a kit as data, and the reader of campaign packs."""

from __future__ import annotations
