"""Records become the published tables, are checked against their schemas, and pass the gate."""
