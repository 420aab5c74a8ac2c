import { type Consent, consentOf, everything, ofList } from '../consent.ts';
import { wordsOfReturn } from './subscribing.ts';

const contactId = 'con_1';
const MONDAY = '2026-11-16T10:00:00.000Z';
const TUESDAY = '2026-11-17T10:00:00.000Z';
const WEDNESDAY = '2026-11-18T10:00:00.000Z';

const chose = (at: string, reason?: 'unsubscribed'): Consent =>
  consentOf({ contactId, scope: everything, choice: { at, reason }, revision: 1 });

const confirms = { contactId, listId: 'lst_2', at: WEDNESDAY, isReturned: false, others: ['lst_1'] } as const;
const wants = { contactId, scope: ofList('lst_2'), at: WEDNESDAY, isSuppressed: false };
const isBack = { ...wants, scope: everything };
const leaves = { contactId, scope: ofList('lst_1'), at: WEDNESDAY, isSuppressed: true, reason: 'unsubscribed' };

it.each([
  ['speaks of the list alone who had never left', undefined, false, [wants]],
  ['comes back for one list who had left everything', chose(MONDAY, 'unsubscribed'), false, [leaves, isBack, wants]],
  ['comes back for one list who was erased', undefined, true, [leaves, isBack, wants]],
  ['keeps the lists to which somebody has come back after an erasure', chose(TUESDAY), true, [wants]],
  ['does not come back who has left since', chose('2026-11-19T10:00:00.000Z', 'unsubscribed'), true, [wants]],
  [
    'says again that they are back when told again, and leaves nothing any more',
    chose(WEDNESDAY),
    true,
    [isBack, wants],
  ],
])('%s', (_, all, isReturned, words) => {
  expect(wordsOfReturn({ ...confirms, all, isReturned })).toEqual(words);
});
