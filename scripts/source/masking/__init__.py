"""What is private in a string - numbers of persons, keys - and how it is hidden. Pure."""
