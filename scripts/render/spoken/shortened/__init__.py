"""What writers shorten to letters: people, offices, places, papers; and what is then said twice. Pure."""
