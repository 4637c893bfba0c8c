"""What views are made of: panels, buttons, icons, the theme. Knows no Document."""
