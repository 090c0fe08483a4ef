"""What commands tell an editor."""
