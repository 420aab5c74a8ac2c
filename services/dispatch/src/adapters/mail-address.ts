import { domainToASCII } from 'node:url';

export type AddressProblem = 'address_malformed' | 'address_not_ascii';

const SHAPE = /^([^\s@<>(),;:"[\]\\\p{Cc}]{1,64})@([^\s@<>(),;:"[\]\\\p{Cc}]{1,255})$/u;
const ASCII = /^[\x21-\x7e]+$/;

/** An address as SES takes it: the domain in Punycode. SES knows no other letters before the `@`. */
export const asciiAddress = (
  address: string,
):
  | { readonly ok: true; readonly address: string; readonly domain: string }
  | { readonly ok: false; readonly problem: AddressProblem } => {
  const [, local = '', unicodeDomain = ''] = SHAPE.exec(address) ?? [];
  const domain = domainToASCII(unicodeDomain);
  if (local === '' || domain === '') return { ok: false, problem: 'address_malformed' };
  if (!ASCII.test(local)) return { ok: false, problem: 'address_not_ascii' };
  return { ok: true, address: `${local}@${domain}`, domain };
};
