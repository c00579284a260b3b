"""NO_COLOR outweighs FORCE_COLOR."""
1 / 0
