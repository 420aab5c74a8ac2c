/** The encodings and separators that the service takes. */
export const ENCODINGS = [
  'utf-8',
  'cp949',
  'utf-16le',
  'utf-16be',
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

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What somebody says of a text file; what is left out is recognised. */
export interface TextFormat {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

export const readEncoding = (text: string): Encoding | undefined => ENCODINGS.find((one) => one === text);
export const readDelimiter = (text: string): Delimiter | undefined => DELIMITERS.find((one) => one === text);
