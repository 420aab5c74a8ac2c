import { invalidParameter } from '../api/refusal.ts';

const LONGEST_ADDRESS = 320;
const LIST_TOKENS = /"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<]+|[,"<]/g;

/** Splits an address list at its commas, leaving quoted names and angle brackets whole. */
export const splitAddresses = (list: string): readonly string[] => {
  const mailboxes = [''];
  for (const [token] of list.matchAll(LIST_TOKENS)) {
    if (token === ',') mailboxes.push('');
    else mailboxes.push(`${mailboxes.pop() ?? ''}${token}`);
  }
  return mailboxes.map((mailbox) => mailbox.trim()).filter((mailbox) => mailbox !== '');
};

/** The bare address of a mailbox: `"Ann" <ann@example.com>` is ann@example.com. */
export const addressOf = (mailbox: string): string => {
  const unquoted = mailbox.replaceAll(/"(?:[^"\\]|\\.)*"(?!@)/g, '');
  return (/<([^>]*)>/.exec(unquoted)?.[1] ?? unquoted).trim();
};

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

// Anything outside printable ASCII: SES takes neither SMTPUTF8 local parts nor domains that are not in Punycode.
const CONTROL_OR_WHITESPACE = /[^\u0021-\u007e]/;

const localProblems: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'Missing local name'],
  [CONTROL_OR_WHITESPACE, 'Local address contains control or whitespace'],
  [/^\./, 'Local address starts with dot'],
  [/\.$/, 'Local address ends with dot'],
  [/\.\./, 'Local address contains dot-dot'],
  [/[()<>,;:\\"[\]@]/, 'Local address contains illegal character'],
];

const domainProblems: readonly (readonly [RegExp, string])[] = [
  [/^$|\.$/, 'Missing domain'],
  [CONTROL_OR_WHITESPACE, 'Domain contains control or whitespace'],
  [/[^A-Za-z0-9.-]/, 'Domain contains illegal character'],
  [/^\./, 'Domain starts with dot'],
  [/\.\./, 'Domain contains dot-dot'],
];

const problemOf = (address: string): string | undefined => {
  const at = address.lastIndexOf('@');
  if (at === -1) return "Missing final '@domain'";
  if (address.length > LONGEST_ADDRESS) return `Address length is more than ${LONGEST_ADDRESS} characters long`;

  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const isQuoted = /^"[\u0020-\u007e]+"$/.test(local);
  const localProblem = isQuoted ? undefined : localProblems.find(([pattern]) => pattern.test(local));
  return (localProblem ?? domainProblems.find(([pattern]) => pattern.test(domain)))?.[1];
};

/** @throws Refusal in SES's words if the address of a mailbox is not one. */
export const checkedAddress = (mailbox: string): string => {
  const address = addressOf(mailbox);
  const problem = problemOf(address);
  if (problem !== undefined) throw invalidParameter(problem);
  return address;
};
