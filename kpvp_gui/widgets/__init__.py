"""What views are made of: panels, buttons, icons, pictures, the theme. Knows no Document."""
