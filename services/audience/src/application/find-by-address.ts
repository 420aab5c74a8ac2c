import { type AddressProblem, normaliseAddress, type ToAsciiDomain } from '../domain/address.ts';
import type { Contact } from '../domain/contact.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Contacts } from './ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly toAscii: ToAsciiDomain;
  readonly contactIdOf: (address: string) => string;
}

/** `undefined` for an address that nobody we know has. */
export type FindByAddress = (address: string) => Promise<Result<Contact | undefined, AddressProblem>>;

/** Finds the contact with an address, however it is written. */
export const makeFindByAddress =
  ({ contacts, toAscii, contactIdOf }: Needs): FindByAddress =>
  async (address) => {
    const normalised = normaliseAddress(address, toAscii);
    if (!normalised.ok) return refuse(normalised.problem);
    const contactId = contactIdOf(normalised.value);
    return succeed((await contacts.find([contactId])).get(contactId));
  };
