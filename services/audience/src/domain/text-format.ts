/** The encodings that a person may say a text file has. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'cp949',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What may stand between the values of a row. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a person says of a text file; what is left out is recognised. */
export interface TextFormat {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}
