import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const WORKBOOK = 'xl/workbook.xml';

/** A workbook some of whose sheets nobody sees who opens it. */
export const withHidden = (workbook: Uint8Array, names: readonly string[]): Uint8Array => {
  const parts = unzipSync(workbook);
  const xml = strFromU8(parts[WORKBOOK] ?? new Uint8Array());
  const hidden = names.reduce((text, name) => text.replace(`name="${name}"`, `name="${name}" state="hidden"`), xml);
  return zipSync({ ...parts, [WORKBOOK]: strToU8(hidden) });
};
