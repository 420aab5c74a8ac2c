import { randomBytes } from 'node:crypto';

/**
 * An id of 32 hexadecimal digits that grow with time (the layout of UUID version 7), so that what is newest sorts last
 * and a list can be read newest first without an index.
 */
export const newId = (prefix: 'cmp' | 'tpl' | 'tst' | 'med' | 'img', now = Date.now()): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return `${prefix}_${bytes.toString('hex')}`;
};
