export const incidents = true;
