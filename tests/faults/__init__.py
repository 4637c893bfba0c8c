"""What goes wrong around the program: kills, full and vanishing disks, clocks, memory, crashes."""
