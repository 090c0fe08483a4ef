"""The one policy of the site, and the set-up of web servers made from it. Pure."""
