/** A list file of `size` people at domains that nobody owns; their mails are all delivered. */
export const peopleCsv = (
  size: number,
): { readonly fileName: string; readonly bytes: Buffer; readonly addresses: readonly string[] } => {
  const addresses = Array.from({ length: size }, (_, n) => `success+${n}@simulator.amazonses.com`);
  const rows = addresses.map((address, n) => `${address},사람 ${n},서울,${n % 2 === 0 ? 'pro' : 'free'},${n}`);

  return {
    fileName: 'people.csv',
    bytes: Buffer.from(['email,name,city,plan,points', ...rows].join('\r\n')),
    addresses,
  };
};
