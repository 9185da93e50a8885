"""Citations: forms of the styles as templates, filled here and in the browser by the same rules."""
