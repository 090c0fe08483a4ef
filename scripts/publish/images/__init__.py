"""Photos, share pictures and the typeface, as files of the site. Writes."""
