x = nothing_here
