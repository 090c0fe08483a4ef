"""What people run for newsrooms."""
