"""What other machines read: feeds, sitemap, JSON-LD, open data. Pure."""
