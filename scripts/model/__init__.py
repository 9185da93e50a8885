"""What the edition is made of: frozen values, no input or output."""
