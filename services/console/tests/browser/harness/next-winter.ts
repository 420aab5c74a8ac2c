/** In winter Berlin is eight hours behind Seoul. Not more than a year ahead, which is the most. */
export const dayOfNextWinter = (): string => {
  const now = new Date();
  return now.getUTCMonth() < 6 ? `${now.getUTCFullYear()}-12-15` : `${now.getUTCFullYear() + 1}-01-15`;
};
