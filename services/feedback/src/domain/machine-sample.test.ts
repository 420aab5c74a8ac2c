import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

import { emptyBitmap, including, size } from './bitmap.ts';
import { outcomesOfHasty } from './link-clicks.ts';
import { isMachine } from './machine.ts';
import type { Outcome } from './outcome.ts';
import { type Visitor, visitorOf } from './visit.ts';

/** What deployed stages are set to (serverless.yml). */
const INSTANT_MS = 5_000;

/** One row is what came for one mail of one recipient: an open, or a click on as many different links as there are instants. */
const Sample = z.array(
  z.strictObject({
    event: z.enum(['open', 'click']),
    agent: z.string(),
    seconds: z.array(z.number()).check(z.minLength(1)),
    label: z.enum(['person', 'machine']),
    why: z.string().check(z.minLength(5)),
  }),
);
type Row = z.infer<typeof Sample>[number];

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const sample = z.parse(Sample, JSON.parse(read('../../samples/engagement.json')));

const visitorsOf = ({ event, agent, seconds }: Row): readonly Visitor[] =>
  seconds.map((second) => {
    const kind = event === 'open' ? 'opened' : 'clicked';
    const visit = { isByKnownMachine: isMachine(agent), afterMs: second * 1_000 };
    const outcome: Outcome = { kind, runId: 'r', chunk: 0, offset: 0, messageId: 'm', at: new Date(0), visit };
    return visitorOf(outcome, INSTANT_MS);
  });

/** What the rules find, as reports do: a person if anything of it was done by one. */
const foundIn = (row: Row): Row['label'] => {
  const came = visitorsOf(row);
  const hasty = came.flatMap((visitor, link) =>
    visitor === 'hasty' ? [{ link, visitor, block: 0, bitmap: including(emptyBitmap, [0]) }] : [],
  );
  const people = outcomesOfHasty(hasty).filter(({ kind, bitmap }) => kind === 'clicked' && size(bitmap) > 0);
  return came.includes('person') || people.length > 0 ? 'person' : 'machine';
};

const judged = sample.map((row) => ({ ...row, found: foundIn(row) }));
const count = (label: Row['label'], found: Row['label']): number =>
  judged.filter((row) => row.label === label && row.found === found).length;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

describe('the rules that tell machines, on the labelled sample', () => {
  const [caught, missed, wronged] = [
    count('machine', 'machine'),
    count('machine', 'person'),
    count('person', 'machine'),
  ];

  it('are wrong where the sample says that they are, and nowhere else', () => {
    const wrong = judged.filter(({ label, found }) => label !== found);

    expect(wrong.map(({ why }) => why)).toEqual(wrong.map(() => expect.stringMatching(/missed|taken for a/i)));
    expect(judged.filter(({ why }) => /missed|taken for a/i.test(why))).toEqual(wrong);
  });

  it('are as precise as the decision about them says', () => {
    const decision = read('../../../../docs/adr/0029-machines-apart.md');
    const told = `Of ${sample.length} rows: precision ${percent(caught, caught + wronged)}, recall ${percent(caught, caught + missed)}`;

    expect(decision).toContain(told);
  });
});
