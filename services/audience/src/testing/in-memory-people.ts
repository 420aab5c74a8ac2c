import type {
  ConsentHistory,
  Consents,
  Contacts,
  Erasures,
  Lists,
  Members,
  NamedPageRequest,
  Page,
  Suppressed,
} from '../application/ports.ts';
import type { Brand } from '../domain/brand.ts';
import { type Consent, type Said, type Scope, whatStands } from '../domain/consent.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { Contact } from '../domain/contact.ts';
import { isCalled } from '../domain/is-called.ts';
import type { List } from '../domain/list.ts';
import { shardOf } from '../domain/shard.ts';

export class InMemoryLists implements Lists {
  readonly #lists = new Map<string, List>();

  constructor(...lists: readonly List[]) {
    for (const list of lists) this.#lists.set(list.listId, list);
  }

  async add(list: List, atMost: number): Promise<boolean> {
    const hasRoom = this.#lists.size < atMost;
    if (hasRoom) this.#lists.set(list.listId, list);
    return hasRoom;
  }

  async find(listId: string): Promise<List | undefined> {
    return this.#lists.get(listId);
  }

  async page({ limit, named = '' }: NamedPageRequest): Promise<Page<List>> {
    return { items: [...this.#lists.values()].filter((list) => isCalled(list, named)).slice(0, limit) };
  }

  async setBrand(listId: string, brand: Brand | undefined): Promise<boolean> {
    const known = this.#lists.get(listId);
    if (known !== undefined) this.#lists.set(listId, { ...known, brand });
    return known !== undefined;
  }
}

export class InMemoryMembers implements Members {
  readonly #members = new Map<string, Set<string>>();

  async add(listId: string, contactIds: readonly string[]): Promise<readonly string[]> {
    const known = new Set(this.of(listId));
    this.#members.set(listId, new Set([...known, ...contactIds]));
    return [...new Set(contactIds)].filter((contactId) => !known.has(contactId));
  }

  /** One at a time, so that pages matter. */
  async *inShard(listId: string, shard: number, after = ''): AsyncGenerator<readonly string[]> {
    for (const contactId of this.of(listId)) {
      if (shardOf(contactId) === shard && contactId > after) yield [contactId];
    }
  }

  async among(listId: string, contactIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(contactIds.filter((contactId) => this.#members.get(listId)?.has(contactId)));
  }

  async remove(listId: string, contactId: string): Promise<void> {
    this.#members.get(listId)?.delete(contactId);
  }

  async count(listId: string): Promise<number> {
    return this.of(listId).length;
  }

  of(listId: string): readonly string[] {
    return [...(this.#members.get(listId) ?? [])].toSorted();
  }
}

export class InMemoryContacts implements Contacts {
  readonly all = new Map<string, Contact>();
  writes = 0;
  /** Called before a save; lets a test be somebody else who writes in between. */
  meanwhile: () => void = () => {};

  async find(contactIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    return new Map(contactIds.flatMap((id) => (this.all.has(id) ? [[id, this.#known(id)]] : [])));
  }

  async save(contacts: readonly Contact[]): Promise<readonly string[]> {
    this.meanwhile();
    const isCurrent = ({ contactId, revision }: Contact) => (this.all.get(contactId)?.revision ?? 0) === revision;
    const lost = contacts.filter((contact) => !isCurrent(contact));
    for (const contact of contacts.filter(isCurrent)) {
      this.all.set(contact.contactId, { ...contact, revision: contact.revision + 1 });
      this.writes += 1;
    }
    return lost.map(({ contactId }) => contactId);
  }

  async remove(contactId: string): Promise<readonly string[]> {
    const lists = Object.keys(this.all.get(contactId)?.lists ?? {});
    this.all.delete(contactId);
    return lists;
  }

  #known(contactId: string): Contact {
    const contact = this.all.get(contactId);
    if (contact === undefined) throw new Error(`nobody is ${contactId}`);
    return contact;
  }
}

export class InMemoryConsents implements Consents {
  readonly #consents = new Map<string, Consent>();

  async find(scope: Scope, contactIds: readonly string[]): Promise<ReadonlyMap<string, Consent>> {
    const found = contactIds.flatMap((contactId) => this.#consents.get(nameOf(scope, contactId)) ?? []);
    return new Map(found.map((consent) => [consent.contactId, consent]));
  }

  async save(next: Consent): Promise<boolean> {
    const name = nameOf(next.scope, next.contactId);
    if ((this.#consents.get(name)?.revision ?? 0) !== next.revision) return false;
    this.#consents.set(name, { ...next, revision: next.revision + 1 });
    return true;
  }

  async remove(scope: Scope, contactId: string): Promise<void> {
    this.#consents.delete(nameOf(scope, contactId));
  }

  /** What is said stands. */
  async say(said: Said): Promise<void> {
    const known = (await this.find(said.scope, [said.contactId])).get(said.contactId);
    await this.save(whatStands(known, said));
  }

  /** One at a time, so that pages matter. */
  async *suppressedIn(scope: Scope, shard: number): AsyncGenerator<readonly Suppressed[]> {
    const found = this.#suppressed(scope).filter(({ contactId }) => shardOf(contactId) === shard);
    for (const one of found.toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))) yield [one];
  }

  async countSuppressed(scope: Scope): Promise<number> {
    return this.#suppressed(scope).length;
  }

  #suppressed(scope: Scope) {
    return [...this.#consents.values()].flatMap((consent) =>
      consent.isSuppressed && nameOf(consent.scope, '') === nameOf(scope, '') ? [consent] : [],
    );
  }
}

/** Remembers every word, the last one last. */
export class InMemoryConsentHistory implements ConsentHistory {
  entries: ConsentEntry[] = [];

  async append(entry: ConsentEntry): Promise<void> {
    this.entries.push(entry);
  }

  async remove(contactId: string): Promise<void> {
    this.entries = this.entries.filter(({ said }) => said.contactId !== contactId);
  }

  async page(contactId: string): Promise<Page<ConsentEntry>> {
    return { items: this.entries.filter(({ said }) => said.contactId === contactId).toReversed() };
  }
}

export class InMemoryErasures implements Erasures {
  readonly all = new Set<string>();

  async add(contactId: string): Promise<boolean> {
    this.all.add(contactId);
    return true;
  }

  async has(contactId: string): Promise<boolean> {
    return this.all.has(contactId);
  }

  async among(contactIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(contactIds.filter((contactId) => this.all.has(contactId)));
  }

  async tester(): Promise<(contactId: string) => boolean> {
    return (contactId) => this.all.has(contactId);
  }
}

const nameOf = (scope: Scope, contactId: string): string =>
  `${scope.kind === 'list' ? scope.listId : 'everything'} ${contactId}`;
