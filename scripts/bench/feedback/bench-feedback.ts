import { isDeepStrictEqual } from 'node:util';

import { describeMachine, median, round } from '../dispatch/figures.ts';
import { engagementEvents } from './engagement-events.ts';
import { recount } from './recount.ts';
import { sendingEvents } from './run-events.ts';
import { type Cost, type Folder, type Stage, startStage } from './stage.ts';

interface Settings {
  readonly recipients: number;
}

/** The first rounds are not counted: code is still being compiled. */
const WARM_UP_ROUNDS = 3;
const ROUNDS = 15;
const BATCH = 1_000;
/** Of a row for each event, fewer tell as much. */
const ROWS_A_ROUND = 1_000;
const BATCH_SIZES = [10, 100, 1_000] as const;
const MOST_BATCHES = 60;

const folders = { inMemory: 'handlers', ours: 'and table', rows: 'row per event' } as const satisfies Record<
  Folder,
  string
>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Measures what folding costs: a table that costs nothing to ask, a real one, and a row for each event, in turn. */
export const benchFeedback = async ({ recipients }: Settings): Promise<void> => {
  const stage = await startStage(say);
  try {
    say(describeMachine());
    const { inMemory, ours, rows } = await foldInRounds(stage, recipients);
    const engagement = await foldEngagement(stage, recipients);
    await compareWithRecount(recipients);
    say(
      JSON.stringify({
        eventsPerCpuSecond: speedOf(inMemory),
        withTableEventsPerCpuSecond: speedOf(ours),
        rowPerEventEventsPerCpuSecond: speedOf(rows),
        engagementPerCpuSecond: round(engagement.events / engagement.cpuSeconds),
        writeUnitsPer1000: Object.fromEntries(await unitsByBatchSize(stage, recipients)),
        engagementWriteUnitsPer1000: per1000(engagement, 'writeUnits'),
        requestsPer1000: per1000(sumOf(ours), 'requests'),
        peakRssMb: Math.max(...ours.map(({ peakRssMb }) => peakRssMb)),
      }),
    );
  } finally {
    await stage.stop();
  }
};

const foldInRounds = async (stage: Stage, recipients: number): Promise<Readonly<Record<Folder, readonly Cost[]>>> => {
  const costs = { inMemory: new Array<Cost>(), ours: new Array<Cost>(), rows: new Array<Cost>() };
  const all = sendingEvents(recipients).length;
  say(
    `events per CPU-second${Object.values(folders)
      .map((name) => name.padStart(15))
      .join('')}`,
  );

  for (let n = 0; n < ROUNDS; n += 1) {
    const from = Math.floor((n * all) / ROUNDS);
    const to = Math.floor(((n + 1) * all) / ROUNDS);
    const about = { way: 'sending', recipients, batchSize: BATCH, from } as const;
    costs.inMemory.push(await stage.ask('inMemory', { ...about, to, runId: 'run_bench' }));
    costs.ours.push(await stage.ask('ours', { ...about, to, runId: 'run_bench' }));
    costs.rows.push(await stage.ask('rows', { ...about, to: from + ROWS_A_ROUND, runId: 'run_rows' }));
    say(lineOf(n, [costs.inMemory.at(-1), costs.ours.at(-1), costs.rows.at(-1)]));
  }
  return { inMemory: counted(costs.inMemory), ours: counted(costs.ours), rows: counted(costs.rows) };
};

const counted = (costs: readonly Cost[]): readonly Cost[] => costs.slice(WARM_UP_ROUNDS);

const lineOf = (n: number, costs: readonly (Cost | undefined)[]): string =>
  [
    `round ${String(n + 1).padStart(2)}${n < WARM_UP_ROUNDS ? ' (warm-up)' : ''}`.padEnd(21),
    ...costs.map((cost) => String(cost === undefined ? '' : round(cost.events / cost.cpuSeconds)).padStart(15)),
  ].join('');

/** Everything again, each event one to three times and in any order: the figures must be those that are counted by hand. */
const compareWithRecount = async (recipients: number): Promise<void> => {
  const { events, folded, byHand } = await recount(recipients);
  const said = new Map<string, unknown>(Object.entries(folded));
  for (const [what, counted] of Object.entries(byHand)) {
    if (isDeepStrictEqual(said.get(what), counted)) continue;
    throw new Error(`${what}: counted by hand ${JSON.stringify(counted)}, told ${JSON.stringify(said.get(what))}`);
  }
  say(`${events} events in any order, each one to three times: all figures are those counted by hand`);
};

/** Everybody who opens and clicks, after the run. */
const foldEngagement = (stage: Stage, recipients: number): Promise<Cost> =>
  stage.ask('ours', {
    way: 'engagement',
    runId: 'run_bench',
    recipients,
    from: 0,
    to: engagementEvents(recipients).length,
    batchSize: BATCH,
  });

/** Each size folds the middle of the run into a run of its own. */
const unitsByBatchSize = async (stage: Stage, recipients: number) => {
  const from = Math.floor(sendingEvents(recipients).length / 3);
  const units: (readonly [number, number])[] = [];
  for (const batchSize of BATCH_SIZES) {
    const runId = `run_of_${batchSize}`;
    const to = from + Math.min(batchSize * MOST_BATCHES, from);
    units.push([
      batchSize,
      per1000(await stage.ask('ours', { way: 'sending', runId, recipients, from, to, batchSize }), 'writeUnits'),
    ]);
  }
  return units;
};

const speedOf = (costs: readonly Cost[]): number =>
  round(median(costs.map(({ events, cpuSeconds }) => events / cpuSeconds)));

const sumOf = (costs: readonly Cost[]): Pick<Cost, 'events' | 'requests'> => ({
  events: costs.reduce((sum, { events }) => sum + events, 0),
  requests: costs.reduce((sum, { requests }) => sum + requests, 0),
});

const per1000 = <What extends 'writeUnits' | 'requests'>(cost: Pick<Cost, 'events' | What>, what: What): number =>
  Math.round((cost[what] / cost.events) * 10_000) / 10;
