# engine/stats
