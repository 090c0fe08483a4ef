"""What a newsroom takes away: facts, texts, documents, scripts, kits. Pure."""
