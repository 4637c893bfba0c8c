"""What goes wrong around the program: kills, full and vanishing disks, clocks, memory, crashes; and what is left then."""
