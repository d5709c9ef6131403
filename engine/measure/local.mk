# engine/measure
