"""-O leaves assert statements out."""
