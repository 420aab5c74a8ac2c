import fc from 'fast-check';

import type { Contact } from '../../domain/contact.ts';
import { type Marked, markOf, newestFirst } from '../../domain/timeline.ts';
import { InMemoryContacts } from '../../testing/in-memory-people.ts';
import { makeGetTimeline } from './get-timeline.ts';

const AT = '2026-11-21T10:00:00.000Z';
const ada: Contact = {
  contactId: 'ada',
  address: 'ada@example.com',
  fields: {},
  lists: {},
  saidAt: AT,
  revision: 1,
};

const setUp = (contact: Contact | undefined, kept: readonly Marked[] = []) => {
  const contacts = new InMemoryContacts();
  if (contact !== undefined) contacts.all.set(contact.contactId, contact);
  const before = async (_: string, { limit, mark }: { readonly limit: number; readonly mark?: string | undefined }) =>
    newestFirst(kept)
      .filter((one) => mark === undefined || one.mark < mark)
      .slice(0, limit);
  return makeGetTimeline({ contacts, happenings: { before } });
};

const edited = (at: string): Marked => ({
  mark: markOf(at, 'event#edited'),
  happening: { kind: 'edited', at, fields: ['name'] },
});
const instant = fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}T10:00:00.000Z`);

it('shows everything once, newest first, however long its pages are', async () => {
  const lists = fc.dictionary(fc.stringMatching(/^lst_[a-z]{1,2}$/), instant);
  const edits = fc.uniqueArray(instant);

  await fc.assert(
    fc.asyncProperty(lists, edits, fc.integer({ min: 1, max: 5 }), async (joined, days, limit) => {
      const timeline = setUp({ ...ada, lists: joined, lastOpenedAt: '2026-11-20' }, days.map(edited));

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await timeline('ada', { limit, cursor });
        seen.push(...(page?.items ?? []).map(({ at }) => at));
        cursor = page?.cursor;
      } while (cursor !== undefined);

      expect(seen).toEqual(['2026-11-20', ...Object.values(joined), ...days].toSorted().toReversed());
    }),
  );
});

it('knows nothing of somebody who was never heard of, and what is left of one who is gone', async () => {
  expect(await setUp(undefined)('ada', { limit: 5 })).toBeUndefined();
  expect(await setUp(undefined, [edited(AT)])('ada', { limit: 5 })).toMatchObject({ items: [{ kind: 'edited' }] });
});
