const LONGEST = 64;

/** The name that the service gives the field of a column: letters of any script, digits and underscores, no digit first. */
export const fieldName = (header: string): string => {
  const name = header
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  return (/^\p{N}/u.test(name) ? `_${name}` : name).slice(0, LONGEST).toWellFormed();
};
