import { ScanCommand } from '@aws-sdk/lib-dynamodb';

import { DynamoErasures } from '../../src/adapters/dynamo-erasures.ts';
import { DynamoForms } from '../../src/adapters/forms/dynamo-forms.ts';
import { DynamoLimits } from '../../src/adapters/forms/dynamo-limits.ts';
import { DynamoSubmissions } from '../../src/adapters/forms/dynamo-submissions.ts';
import { formOf } from '../../src/testing/in-memory-forms.ts';
import { clockAt } from '../../src/testing/in-memory-platform.ts';
import { startTable } from './test-table.ts';

const MONDAY = '2026-11-16T10:00:00.000Z';
const TUESDAY = '2026-11-17T10:00:00.000Z';
const WEDNESDAY = '2026-11-18T10:00:00.000Z';
const { table, stop } = await startTable();

afterAll(stop);

describe('forms', () => {
  const forms = new DynamoForms(table);

  it('are as they were written, unless somebody else has written meanwhile', async () => {
    const form = formOf({ revision: 0, texts: { consent: 'Yes' }, redirectUrl: 'https://www.example.com/' });

    const saved = [
      await forms.save(form),
      await forms.save(form),
      await forms.save({ ...form, name: 'B', revision: 1 }),
    ];

    expect(saved).toEqual([true, false, true]);
    expect(await forms.find('frm_1')).toEqual({ ...form, name: 'B', revision: 2 });
  });

  it('are listed page by page, newest first, until they are removed', async () => {
    for (const n of [2, 3]) await forms.save(formOf({ formId: `frm_${n}`, revision: 0 }));

    const first = await forms.page({ limit: 2 });
    const second = await forms.page({ limit: 2, cursor: first.cursor });
    await forms.remove('frm_2');

    expect([first, second].map(({ items }) => items.map(({ formId }) => formId))).toEqual([
      ['frm_3', 'frm_2'],
      ['frm_1'],
    ]);
    expect(await forms.find('frm_2')).toBeUndefined();
  });
});

describe('submissions', () => {
  const submissions = new DynamoSubmissions(table);
  const submission = {
    confirmationId: 'cnf_1',
    formId: 'frm_1',
    listId: 'lst_1',
    contactId: 'ada',
    address: 'ada@example.com',
    fields: { constructor: 'x', name: 'Ada' },
    language: 'ko',
    words: '네',
    requestedAt: MONDAY,
    expiresAt: TUESDAY,
  } as const;

  it('keep their first confirmation', async () => {
    await submissions.add(submission);

    const confirmed = [await submissions.confirm('cnf_1', TUESDAY), await submissions.confirm('cnf_1', WEDNESDAY)];

    expect(confirmed).toEqual(Array(2).fill({ ...submission, confirmedAt: TUESDAY }));
    expect(await submissions.find('cnf_1')).toEqual(confirmed[0]);
  });

  it('that are forgotten cannot be confirmed', async () => {
    expect(await submissions.confirm('cnf_9', TUESDAY)).toBeUndefined();
    expect(await submissions.find('cnf_9')).toBeUndefined();
  });
});

describe('limits', () => {
  const limits = new DynamoLimits(table, clockAt('2026-11-17T10:40:00.000Z'));
  const aLater = new DynamoLimits(table, clockAt('2026-11-17T11:00:00.000Z'));
  const asOften = async <Answer>(times: number, ask: () => Promise<Answer>): Promise<readonly Answer[]> => {
    const answers = [];
    for (let n = 0; n < times; n += 1) answers.push(await ask());
    return answers;
  };

  it('let a source pass thirty times an hour, and say how long it has to wait then', async () => {
    const waits = await asOften(32, () => limits.ofSource('192.0.2.1'));

    expect(waits).toEqual([...Array(30).fill(0), 1_200, 1_200]);
    expect([await limits.ofSource('192.0.2.2'), await aLater.ofSource('192.0.2.1')]).toEqual([0, 0]);
  });

  it('count a household of version 6 once', async () => {
    let n = 0;
    const waits = await asOften(31, () => limits.ofSource(`2001:db8:1:2::${(n += 1)}`));

    expect(waits.at(-1)).toBe(1_200);
    expect(await limits.ofSource('2001:db8:1:3::1')).toBe(0);
  });

  it('let three mails a day go to a mailbox, however often each is asked about', async () => {
    const ids = ['cnf_1', 'cnf_2', 'cnf_1', 'cnf_3', 'cnf_4', 'cnf_3'];

    const answers = [];
    for (const id of ids) answers.push(await limits.ofMailbox('ada@example.com', id));

    expect(answers).toEqual([true, true, true, true, false, true]);
    expect(await limits.ofMailbox('bob@example.com', 'cnf_4')).toBe(true);
  });

  it('keep nobody by name, and nobody for ever', async () => {
    await limits.ofSource('192.0.2.77');
    await limits.ofMailbox('carol@example.com', 'cnf_7');

    const { Items = [] } = await table.db.send(new ScanCommand({ TableName: table.name }));
    const counters = Items.filter(({ pk }) => String(pk).startsWith('limit#'));

    expect(counters.length).toBeGreaterThan(2);
    expect(JSON.stringify(counters)).not.toMatch(/192\.0|2001|example|carol/);
    expect(counters.filter(({ ttl }) => typeof ttl !== 'number')).toEqual([]);
  });

  it('call nobody by the same hash on two days', async () => {
    for (const day of ['18', '19']) {
      await new DynamoLimits(table, clockAt(`2026-11-${day}T10:00:00.000Z`)).ofMailbox('dora@example.com', 'cnf_8');
    }

    const { Items = [] } = await table.db.send(new ScanCommand({ TableName: table.name }));
    const hers = Items.filter(({ ids }) => ids instanceof Set && ids.has('cnf_8')).map(({ pk }) => pk);

    expect([hers.length, new Set(hers).size]).toEqual([2, 2]);
  });
});

describe('somebody who was erased', () => {
  const erasures = new DynamoErasures(table);

  it('comes back by what they confirm later, and by nothing earlier', async () => {
    expect(await erasures.welcome('ada', MONDAY)).toBe('known');
    await erasures.add('ada', TUESDAY);

    const coming = [
      await erasures.welcome('ada', MONDAY),
      await erasures.welcome('ada', TUESDAY),
      await erasures.has('ada'),
      await erasures.welcome('ada', WEDNESDAY),
      await erasures.welcome('ada', WEDNESDAY),
      await erasures.has('ada'),
      (await erasures.tester())('ada'),
      await erasures.welcome('bob', MONDAY),
    ];

    expect(coming).toEqual(['gone', 'gone', true, 'returned', 'returned', false, false, 'known']);
  });

  it('is not erased again by the old message, only by a new one', async () => {
    expect([await erasures.add('ada', TUESDAY), await erasures.has('ada')]).toEqual([false, false]);
    expect([await erasures.add('ada', '2026-11-19T10:00:00.000Z'), await erasures.has('ada')]).toEqual([true, true]);
    expect(await erasures.welcome('ada', WEDNESDAY)).toBe('gone');
  });

  it('is known among a few, unless they are back', async () => {
    await erasures.add('cyd', TUESDAY);
    await erasures.add('dan', TUESDAY);
    await erasures.welcome('dan', WEDNESDAY);

    expect(await erasures.among(['bob', 'cyd', 'dan'])).toEqual(new Set(['cyd']));
    expect(await erasures.among([])).toEqual(new Set());
  });
});
