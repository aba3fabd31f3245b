"""What kits are made from, as users give it: campaigns, lists, logos, toolkits, own templates."""
