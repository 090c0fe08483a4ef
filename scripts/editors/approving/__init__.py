"""What belongs to approving a story: what waits for it, and taking it back."""
