import { hash } from 'node:crypto';

/** What the first two bits of a letter of base64url are alone. */
const firstBitsOf: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 64 }, (_, code) => [
    Buffer.of(code << 2)
      .toString('base64url')
      .charAt(0),
    Buffer.of((code & 0b110000) << 2)
      .toString('base64url')
      .charAt(0),
  ]),
);

/**
 * The id of the contact with a normalised address: the first 16 bytes of its SHA-256, so nobody has to look it up. They are
 * 21 letters of base64url and two bits, cut out of the text of the whole: it is needed millions of times.
 */
export const contactIdOf = (address: string): string => {
  const whole = hash('sha256', address, 'base64url');
  return whole.slice(0, 21) + (firstBitsOf[whole.charAt(21)] ?? '');
};
