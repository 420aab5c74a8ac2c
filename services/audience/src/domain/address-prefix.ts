import type { ToAsciiDomain } from './address.ts';
import { type Result, refuse, succeed } from './result.ts';

export type PrefixProblem = 'prefix_too_short' | 'prefix_of_no_address';

/** Fewer would be everybody. */
const FEWEST_LETTERS = 2;
const LONGEST_ADDRESS = 254;
const ADDRESS_LETTERS = /^[\u0021-\u007e]+$/;

/**
 * How an address begins, in the form in which we know addresses. Of an international domain, which we know in Punycode, only
 * whole labels are the beginning of anything.
 */
export const normalisePrefix = (text: string, toAscii: ToAsciiDomain): Result<string, PrefixProblem> => {
  const trimmed = text.normalize('NFC').trim().toLowerCase();
  if (trimmed.length < FEWEST_LETTERS) return refuse('prefix_too_short');
  const [local = '', ...domains] = trimmed.split('@');
  if (domains.length > 1) return refuse('prefix_of_no_address');
  const [domain] = domains;
  const prefix = domain === undefined ? local : `${local}@${asciiDomain(domain, toAscii)}`;
  const isBeginning = ADDRESS_LETTERS.test(prefix) && prefix.length <= LONGEST_ADDRESS;
  return isBeginning ? succeed(prefix) : refuse('prefix_of_no_address');
};

/** What is no domain stays as it is: no address will begin with it. */
const asciiDomain = (domain: string, toAscii: ToAsciiDomain): string => {
  if (!/\P{ASCII}/u.test(domain)) return domain;
  return toAscii(domain) || domain;
};
