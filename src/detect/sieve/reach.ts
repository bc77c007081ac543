/** Bytes from a literal's first on that a sieve looks at: what a delta changes is looked at with as many before it. */
export const sieveReach = 64;
