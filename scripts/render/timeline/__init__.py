"""The movement through the years: the letter, its milestones, and reports."""
