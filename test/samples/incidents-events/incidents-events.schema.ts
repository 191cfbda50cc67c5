/** Failures stop only the branch that they are in, in this diagram. */
export const incidents = true;
