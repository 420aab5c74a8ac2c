import type { Contact } from '../domain/contact.ts';

/** An answer of Lambda holds 6 MB, and one contact at most 400 KB: with so much before it, another still fits. */
const FULL_BYTES = 4_000_000;

/** The contacts that fit into one answer, from the first on. */
export const thatFit = <Thing extends { readonly contact: Contact }>(things: readonly Thing[]): readonly Thing[] => {
  let bytes = 0;
  const full = things.findIndex(({ contact: { address, fields } }) => {
    bytes += Buffer.byteLength(JSON.stringify([address, fields]));
    return bytes >= FULL_BYTES;
  });
  return full < 0 ? things : things.slice(0, full + 1);
};
