"""A story as a piece for the radio: its sentences made for the ear, put in the order of telling, cut to a length."""
