"""The window around the features: menus, toolbar, status bar and panes."""
