import { decodeWords } from 'postal-mime';

import { invalidParameter } from '../api/refusal.ts';
import { splitAddresses } from './addresses.ts';

export interface Header {
  readonly name: string;
  /** Unfolded, otherwise as it was sent. */
  readonly value: string;
  /** Name and value as they were sent, folds included. */
  readonly line: string;
}

export interface HeaderSection {
  readonly headers: readonly Header[];
  /** Where the body begins in the raw message. */
  readonly bodyStart: number;
}

const LONGEST_SECTION = 1024 * 1024;
const NAME = /^[!-9;-~]+$/;

const endOf = (raw: Buffer): { readonly headerEnd: number; readonly bodyStart: number } => {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return { headerEnd: crlf, bodyStart: crlf + 4 };
  return lf === -1 ? { headerEnd: raw.length, bodyStart: raw.length } : { headerEnd: lf, bodyStart: lf + 2 };
};

const parseLine = (line: string): Header => {
  const unfolded = line.replaceAll(/\r?\n([ \t])/g, '$1');
  const colon = unfolded.indexOf(':');
  const name = (colon === -1 ? unfolded : unfolded.slice(0, colon)).trimEnd();
  if (name === '') throw invalidParameter('Empty header names are illegal.');
  if (colon === -1 || !NAME.test(name)) throw invalidParameter(`Illegal header '${name.slice(0, 80)}'.`);

  const value = unfolded.slice(colon + 1).trim();
  if (/[\r\n\0]/.test(value)) throw invalidParameter(`Header '${name}' contains an illegal newline.`);
  return { name, value, line };
};

/**
 * Reads the header section of a raw message.
 * @throws Refusal if it is none, or holds a newline that belongs to no line end.
 */
export const readHeaders = (raw: Buffer): HeaderSection => {
  const { headerEnd, bodyStart } = endOf(raw);
  if (headerEnd > LONGEST_SECTION) throw invalidParameter('Header section too long.');

  const section = raw.toString('utf8', 0, headerEnd);
  if (section === '' || /^\r?\n/.test(section)) return { headers: [], bodyStart };

  return { headers: section.split(/\r?\n(?![ \t])/).map(parseLine), bodyStart };
};

/** The values of all headers of a name, letter case ignored. */
export const valuesOf = (headers: readonly Header[], name: string): readonly string[] => {
  const wanted = name.toLowerCase();
  return headers.filter((header) => header.name.toLowerCase() === wanted).map(({ value }) => value);
};

/** The decoded text of a header, if it is there. */
export const textOf = (headers: readonly Header[], name: string): string | undefined => {
  const [value] = valuesOf(headers, name);
  return value === undefined ? undefined : decodeWords(value);
};

/** The decoded mailboxes of an address header; none if it is missing. */
export const mailboxesOf = (headers: readonly Header[], name: string): readonly string[] =>
  valuesOf(headers, name).flatMap(splitAddresses).map(decodeWords);
