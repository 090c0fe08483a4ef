"""The pages a reader opens: stories, lists, directories. Pure."""
