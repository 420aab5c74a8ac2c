import { consentKey, contactKey, listKey, memberKey } from '../../../services/audience/src/adapters/keys.ts';
import { everything, ofList } from '../../../services/audience/src/domain/consent.ts';
import { contactOf, hasLeftAll, hasLeftList, LIST_ID } from './people.ts';
import { type QuickItem, QuickTable } from './quick-table.ts';

export const TABLE = 'bulkhead-bench-audience';
const AT_A_TIME = 1_000;
const SAY_EVERY = 100_000;
const AT = '2026-11-21T10:00:00.000Z';

/** Makes audience's table and puts a list of people into it, some of whom have left. */
export const fillTable = async (endpoint: string, contacts: number, say: (line: string) => void): Promise<void> => {
  const table = new QuickTable(endpoint, TABLE);
  await table.create();
  await table.put([{ ...listKey(LIST_ID), name: 'Letters', createdAt: AT }]);
  for (let from = 0; from < contacts; from += AT_A_TIME) {
    const numbers = Array.from({ length: Math.min(AT_A_TIME, contacts - from) }, (_, n) => from + n);
    await table.put(numbers.flatMap(itemsOf));
    if (from % SAY_EVERY === 0) say(`${from} of ${contacts} contacts are in the table`);
  }
  table.close();
};

const itemsOf = (n: number): readonly QuickItem[] => {
  const contact = contactOf(n);
  const { contactId } = contact;
  const left = { at: AT, isSuppressed: true, reason: 'unsubscribed' };
  return [
    { ...contactKey(contactId), ...contact },
    { ...memberKey(LIST_ID, contactId) },
    ...(hasLeftList(n) ? [{ ...consentKey(ofList(LIST_ID), contactId), ...left }] : []),
    ...(hasLeftAll(n) ? [{ ...consentKey(everything, contactId), ...left }] : []),
  ];
};
