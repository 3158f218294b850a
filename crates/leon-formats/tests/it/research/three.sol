Route #1: 2 1
Cost 10
