"""How does the downturn detector compare with the peers' rules and textbook methods, on data whose truth is known?"""
