import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import roleNames from 'role-based-email-addresses';

import type { Doubts } from '../domain/doubts.ts';

const roles: ReadonlySet<string> = new Set(roleNames);
const disposable: ReadonlySet<string> = disposableEmailBlocklistSet();

/** What lists that others keep say of a normalised address: names such as `info@`, and domains that throw mail away. */
export const doubtsAbout = (address: string): Doubts => {
  const at = address.indexOf('@');
  const plus = address.indexOf('+');
  const name = address.slice(0, plus >= 0 ? plus : at);
  return { role: roles.has(name), disposable: isDisposable(address.slice(at + 1)) };
};

/** A domain below a disposable one is disposable too. Its last part alone never is. */
const isDisposable = (domain: string): boolean => {
  if (disposable.has(domain)) return true;
  const dot = domain.indexOf('.');
  return dot >= 0 && domain.includes('.', dot + 1) && isDisposable(domain.slice(dot + 1));
};
