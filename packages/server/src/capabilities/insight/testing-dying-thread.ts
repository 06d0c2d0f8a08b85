/** A thread that ends in the middle of its work, as one does that the machine has no memory for. */
process.exit(3);
