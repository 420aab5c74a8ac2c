import { type Result, refuse, succeed } from './result.ts';

/** Turns an international domain into the letters that DNS knows; an empty text if there is no such domain. */
export type ToAsciiDomain = (domain: string) => string;

/** Why a text is not an address. One rule, one reason. */
export type AddressProblem =
  | 'address_missing'
  | 'address_has_invisible_characters'
  | 'address_has_spaces'
  | 'address_has_no_at'
  | 'address_is_more_than_one'
  | 'local_part_not_ascii'
  | 'local_part_malformed'
  | 'local_part_too_long'
  | 'domain_malformed'
  | 'domain_has_no_dot'
  | 'address_too_long';

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const INVISIBLE_BEFORE = /^[\p{Cc}\p{Cf}\p{Z}]+/u;
const INVISIBLE_LETTER = /^[\p{Cc}\p{Cf}\p{Z}]$/u;
const ATOMS = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/**
 * What most addresses are, and what none of the rules below has anything to say about: everyday letters, names without two
 * hyphens in a row (where Punycode would be), an end that is no number.
 */
const PLAIN =
  /^(?=[^@]{1,64}@)(?!.*--)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const LABELS = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/**
 * Gives an address the one form in which we know it: trimmed, NFC, lower case, its domain in Punycode.
 *
 * Stricter than RFC 5322 where only mistakes would pass (quotes, comments), and where SES cannot deliver (a local part that
 * is not ASCII). Looser nowhere.
 */
export const normaliseAddress = (text: string, toAscii: ToAsciiDomain): Result<string, AddressProblem> => {
  const plain = text.toLowerCase();
  return plain.length <= LONGEST_ADDRESS && PLAIN.test(plain) ? succeed(plain) : normalise(text, toAscii);
};

const normalise = (text: string, toAscii: ToAsciiDomain): Result<string, AddressProblem> => {
  const trimmed = withoutInvisibleEnd(text.normalize('NFC').replace(INVISIBLE_BEFORE, ''));
  const unsplit = problemOfWhole(trimmed);
  if (unsplit !== undefined) return refuse(unsplit);

  const [local = '', given = ''] = trimmed.toLowerCase().split('@');
  const domain = asciiDomain(given, toAscii);
  const problem = problemOfLocalPart(local) ?? problemOfDomain(domain) ?? problemOfLength(local, domain);
  return problem === undefined ? succeed(`${local}@${domain}`) : refuse(problem);
};

/** Letter by letter from the end: a pattern would try again at each of the 32,767 letters that a cell may have. */
const withoutInvisibleEnd = (text: string): string => {
  let end = text.length;
  for (let start = letterBefore(text, end); end > 0; start = letterBefore(text, end)) {
    if (!INVISIBLE_LETTER.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
};

/** Where the letter begins that ends here; it may take two code units. */
const letterBefore = (text: string, end: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(end - 1)) ? Math.max(0, end - 2) : end - 1;

const problemOfWhole = (text: string): AddressProblem | undefined => {
  if (text === '') return 'address_missing';
  if (INVISIBLE.test(text)) return 'address_has_invisible_characters';
  if (/\s/u.test(text)) return 'address_has_spaces';
  const ats = text.split('@').length - 1;
  if (ats === 0) return 'address_has_no_at';
  if (ats > 1 || /[,;<>]/.test(text)) return 'address_is_more_than_one';
  return undefined;
};

const problemOfLocalPart = (local: string): AddressProblem | undefined => {
  if (/[^\u0021-\u007e]/u.test(local)) return 'local_part_not_ascii';
  if (!ATOMS.test(local)) return 'local_part_malformed';
  return local.length > LONGEST_LOCAL_PART ? 'local_part_too_long' : undefined;
};

/** ASCII that no domain has is refused first: the conversion would decode `%61`, and cut at `/`. */
const asciiDomain = (domain: string, toAscii: ToAsciiDomain): string =>
  /[^a-z0-9.\P{ASCII}-]/u.test(domain) ? '' : toAscii(domain);

const problemOfDomain = (domain: string): AddressProblem | undefined => {
  const labels = domain.split('.');
  if (!LABELS.test(domain) || /^\d+$/.test(labels.at(-1) ?? '')) return 'domain_malformed';
  return labels.length < 2 ? 'domain_has_no_dot' : undefined;
};

const problemOfLength = (local: string, domain: string): AddressProblem | undefined =>
  local.length + 1 + domain.length > LONGEST_ADDRESS ? 'address_too_long' : undefined;
