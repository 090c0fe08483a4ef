"""What the preview shows editors of a story, and no reader ever sees."""
