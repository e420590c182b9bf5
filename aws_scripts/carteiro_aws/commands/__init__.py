"""One module a script: its sections of settings, its own flags, and what it does."""
