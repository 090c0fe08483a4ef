"""Files of the house's own words: collections of stories, reports about the movement."""
