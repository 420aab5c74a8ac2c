import fc from 'fast-check';

import {
  InMemoryOutcomes,
  InMemoryRunParts,
  InMemorySendJournal,
  RecordingFacts,
  runsWith,
} from '../../tests/in-memory.ts';
import { bounceKinds, hardBounceKinds, kindsOfCategory, softBounceKinds } from '../domain/bounce.ts';
import { bouncesByCategory } from '../domain/bounce-figures.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type FiguresByPart, figuresBy } from '../domain/part-figures.ts';
import { tally } from '../domain/tally.ts';
import { makeFoldOutcomes } from './fold-outcomes.ts';

const now = new Date('2026-11-21T10:00:00Z');
const clock = { now: () => now };

const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  kind: 'delivered',
  runId: 'run_1',
  chunk: 0,
  offset: 0,
  messageId: 'mail-1',
  contactId: 'contact-1',
  at: now,
  ...given,
});

interface Stores {
  readonly outcomes: InMemoryOutcomes;
  readonly journal: InMemorySendJournal;
  readonly runParts: InMemoryRunParts;
}

const setUp = (stores: Stores) => {
  const { outcomes, runParts } = stores;
  const foldOutcomes = makeFoldOutcomes({ ...stores, runs: runsWith(), facts: new RecordingFacts(), clock });
  const by = async (what: 'domain' | 'import') =>
    figuresBy(what, await runParts.of('run_1'), await outcomes.of('run_1'));
  return {
    foldOutcomes,
    report: async () => {
      const happened = await outcomes.of('run_1');
      const reasons = bouncesByCategory(happened).map(({ category, recipients: found }) => [category, found]);
      return { ...tally(happened), reasons: Object.fromEntries(reasons) };
    },
    byPart: async () => ({ domains: await by('domain'), imports: await by('import') }),
  };
};

/** A recipient has one address and came one way, whatever happens to his mails. */
const belonging = ({ chunk, offset }: { readonly chunk: number; readonly offset: number }) => ({
  domain: `${(chunk + offset) % 3}.example`,
  ...(offset > 0 && { importId: `imp_${offset % 2}` }),
});

const kinds = [
  'sent',
  'sent',
  'delivered',
  'bounced_permanent',
  'bounced_permanent_full',
  'bounced_suppressed',
  'bounced_transient',
  'bounced_transient_full',
  'complained',
  'opened',
] as const;
const reasons = ['no_such_mailbox', 'mailbox_full', 'account_suppression', 'temporary'] as const;
const anOutcome = fc.record({
  kind: fc.constantFrom(...kinds),
  chunk: fc.constantFrom(0, 6, 7),
  offset: fc.nat(3),
  messageId: fc.constantFrom('mail-1', 'mail-2', 'mail-3'),
});
const history = fc
  .array(anOutcome, { maxLength: 40 })
  .map((drawn) => drawn.map((each) => outcome({ ...each, ...belonging(each) })));

/** The same outcomes as deliveries: in any order, some of them several times, in batches of any size. */
const deliveriesOf = (happened: readonly Outcome[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...happened], { minLength: happened.length }),
      fc.subarray([...happened]),
      fc.integer({ min: 1, max: 7 }),
    )
    .map(([once, again, size]) => {
      const all = [...once, ...again].map((each) => ({ ...each }));
      return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
    });

/** What the report must say, from the history itself. */
const expected = (happened: readonly Outcome[]) => {
  const recipientsOf = (...wanted: readonly string[]) =>
    new Set(happened.filter(({ kind }) => wanted.includes(kind)).map(({ chunk, offset }) => `${chunk}/${offset}`));
  const mails = new Set(
    happened.filter(({ kind }) => kind === 'sent').map((o) => `${o.chunk}/${o.offset} ${o.messageId}`),
  );
  const mailsOf = Map.groupBy([...mails], (mail) => mail.split(' ')[0]);

  return {
    sent: recipientsOf('sent').size,
    delivered: recipientsOf('delivered').size,
    bounced: recipientsOf(...bounceKinds).size,
    hardBounced: recipientsOf(...hardBounceKinds).size,
    reasons: Object.fromEntries(
      reasons
        .map((reason) => [reason, recipientsOf(...kindsOfCategory(reason)).size] as const)
        .filter(([, found]) => found > 0),
    ),
    complained: recipientsOf('complained').size,
    opened: recipientsOf('opened').size,
    sentTwice: [...mailsOf.values()].filter(({ length }) => length > 1).length,
  };
};

/** What must be said of parts, from the history itself. */
const expectedOf = (happened: readonly Outcome[], partOf: (each: Outcome) => string | undefined) => {
  const counts = (own: readonly Outcome[]) => {
    const { delivered, complained } = expected(own);
    // Here a mail may come back for two reasons. Parts count both; SES tells one of each mail.
    const bounced = (some: readonly Outcome['kind'][]) => some.reduce((sum, kind) => sum + recipients(own, kind), 0);
    return { delivered, hardBounced: bounced(hardBounceKinds), complained, softBounced: bounced(softBounceKinds) };
  };
  return Object.fromEntries(
    [...Map.groupBy(happened, (each) => partOf(each) ?? 'others')].map(([name, own]) => [name, counts(own)]),
  );
};

const recipients = (happened: readonly Outcome[], wanted: Outcome['kind']): number =>
  new Set(happened.filter(({ kind }) => kind === wanted).map(({ chunk, offset }) => `${chunk}/${offset}`)).size;

/** Parts of which something is known, and the others if there are any. */
const shown = ({ parts, others }: FiguresByPart) => ({
  ...Object.fromEntries(parts.map(({ name, ...figures }) => [name, figures])),
  others,
});

const NOBODY = { delivered: 0, hardBounced: 0, softBounced: 0, complained: 0 };

const expectParts = (
  told: { readonly domains: FiguresByPart; readonly imports: FiguresByPart },
  happened: readonly Outcome[],
) => {
  for (const [name, figures] of Object.entries(shown(told.domains))) {
    expect(figures).toMatchObject(expectedOf(happened, ({ domain }) => domain)[name] ?? NOBODY);
  }
  for (const [name, figures] of Object.entries(shown(told.imports))) {
    expect(figures).toMatchObject(expectedOf(happened, ({ importId }) => importId)[name] ?? NOBODY);
  }
};

const scenario = history.chain((happened) =>
  fc.record({
    happened: fc.constant(happened),
    batches: deliveriesOf(happened),
    /** The n-th write fails where true: the process died, or DynamoDB did not answer. */
    failures: fc.array(fc.boolean(), { maxLength: 12 }),
  }),
);

describe('any multiset and order of events', () => {
  it('gives the same report, batch after batch, whatever write fails in between', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ happened, batches, failures }) => {
        const coming = [...failures];
        const failNow = async () => {
          if (coming.shift() === true) throw new Error('lost');
        };
        const outcomes = new InMemoryOutcomes(failNow);
        const runParts = new InMemoryRunParts(failNow);
        const { foldOutcomes, report, byPart } = setUp({
          outcomes,
          runParts,
          journal: new InMemorySendJournal(failNow),
        });

        const queue = [...batches];
        for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
          const back = (await foldOutcomes(batch)).flatMap((unfolded) => unfolded.happened);
          if (back.length > 0) queue.push(back);
        }

        expect(await report()).toMatchObject(expected(happened));
        expectParts(await byPart(), happened);
      }),
    );
  });

  it('gives the same report when all batches are folded at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), scenario, async (scheduler, { happened, batches }) => {
        const giveWay = () => scheduler.schedule(Promise.resolve());
        const outcomes = new InMemoryOutcomes(giveWay);
        const runParts = new InMemoryRunParts(giveWay);
        const { foldOutcomes, report, byPart } = setUp({
          outcomes,
          runParts,
          journal: new InMemorySendJournal(giveWay),
        });

        const folding = Promise.all(batches.map((batch) => foldOutcomes(batch)));
        await scheduler.waitFor(folding);

        expect(await report()).toMatchObject(expected(happened));
        expectParts(await byPart(), happened);
      }),
    );
  });
});
