import type { Contact } from './contact.ts';
import { happeningsOf, newestFirst } from './timeline.ts';

const ada: Contact = {
  contactId: 'ada',
  address: 'ada@example.com',
  fields: {},
  lists: { lst_1: '2026-11-02T10:00:00.000Z', lst_2: '2026-11-01T10:00:00.000Z' },
  joinedBy: { lst_1: 'imp_1' },
  saidAt: '2026-11-02T10:00:00.000Z',
  lastOpenedAt: '2026-11-02',
  lastClickedAt: '2026-11-03',
  revision: 1,
};

it('tells what the profile knows, newest first, a day before its instants', () => {
  const happenings = newestFirst(happeningsOf(ada)).map(({ happening }) => happening);

  expect(happenings).toEqual([
    { kind: 'clicked', at: '2026-11-03' },
    { kind: 'joined', at: '2026-11-02T10:00:00.000Z', listId: 'lst_1', by: 'imp_1' },
    { kind: 'opened', at: '2026-11-02' },
    { kind: 'joined', at: '2026-11-01T10:00:00.000Z', listId: 'lst_2', by: undefined },
  ]);
});
