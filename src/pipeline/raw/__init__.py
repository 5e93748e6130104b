"""Raw: source documents as received, byte for byte, with what their manifest says of them."""
