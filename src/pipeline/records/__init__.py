"""Records: talks and poll results put together from mentions, with their evidence."""
