class Config:
    default = 1
    limit = defualt + 1
