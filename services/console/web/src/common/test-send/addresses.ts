/** As many as a test goes to. */
export const MOST_ADDRESSES = 10;

const ADDRESS = /^[^\s@,;<>]+@[^\s@.,;<>]+(?:\.[^\s@.,;<>]+)+$/;

/** The first that is no address; a service looks more closely. */
export const firstUnusable = (addresses: readonly string[]): string | undefined =>
  addresses.find((address) => !ADDRESS.test(address.trim()));

/** Everybody gets the same fields: a test is for a look at the mail. Empty ones are left to the template. */
export const recipientsFor = (addresses: readonly string[], fields: Readonly<Record<string, string>>) => {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
  return addresses.map((address) => ({ address: address.trim(), fields: filled }));
};
