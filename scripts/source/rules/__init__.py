"""What a story must keep beside its form: one rule, one function."""
