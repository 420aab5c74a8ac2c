import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

import { bundleModules } from './bundle-modules.ts';
import { Child } from './child.ts';
import { describeMachine, median, round } from './figures.ts';

interface Settings {
  readonly recipients: number;
  readonly rounds: number;
}

const CHUNK = 1_000;
/** The first rounds are not counted: code is still being compiled. */
const WARM_UP_ROUNDS = 1;
/** The usual stack is slower and its figure steady: fewer sends tell as much. */
const BASELINE_CHUNKS = 3;

const SINK = fileURLToPath(import.meta.resolve('./sink.ts'));
const OURS = fileURLToPath(import.meta.resolve('./bulkhead-sender.ts'));
const USUAL = fileURLToPath(import.meta.resolve('./usual-stack.ts'));
/** How Lambda starts Node in a function of 512 MB, the size of our sender: 5 % of it for new objects, 90 % for old ones. */
const NODE_IN_LAMBDA = ['--max-semi-space-size=25', '--max-old-space-size=461'];
const HEADING = 'sends per CPU-second      ours   usual stack   our peak memory';

const Sink = z.object({ port: z.number() });
const Taken = z.object({ taken: z.number() });
const Round = z.object({ sends: z.number(), cpuSeconds: z.number(), peakRssMb: z.number(), writeUnits: z.number() });
type Round = z.infer<typeof Round>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Measures our sender and the usual stack in turn, so that whatever else the machine does troubles both. */
export const benchDispatch = async ({ recipients, rounds: roundCount }: Settings): Promise<void> => {
  if (!(roundCount > WARM_UP_ROUNDS)) throw new Error('The first round warms up: --rounds must be 2 at least');
  const chunkCount = Math.max(roundCount, Math.ceil(recipients / CHUNK));
  const bundles = await bundleModules([OURS, USUAL]);
  const sink = await Child.start(SINK, { args: [String(chunkCount)] });
  const env = envFor(z.parse(Sink, sink.firstWord).port);
  const start = (module: string) => Child.start(bundles.pathOf(module), { env, nodeOptions: NODE_IN_LAMBDA });
  const [ours, usual] = [await start(OURS), await start(USUAL)];

  try {
    say(describeMachine());
    say(HEADING);
    const rounds: { readonly ours: Round; readonly usual: Round }[] = [];
    for (const chunks of inRounds(chunkCount, roundCount)) {
      const each = {
        ours: z.parse(Round, await ours.child.ask(chunks)),
        usual: z.parse(Round, await usual.child.ask(chunks.slice(0, BASELINE_CHUNKS))),
      };
      rounds.push(each);
      say(lineOf(rounds.length, each));
    }
    const { taken } = z.parse(Taken, await sink.child.ask([]));
    report(rounds, taken);
  } finally {
    for (const { child } of [ours, usual, sink]) child.stop();
    await bundles.remove();
  }
};

const envFor = (port: number) => ({
  AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});

const inRounds = (chunkCount: number, rounds: number): readonly (readonly number[])[] =>
  Array.from({ length: rounds }, (_, n) => {
    const from = Math.floor((n * chunkCount) / rounds);
    return Array.from({ length: Math.floor(((n + 1) * chunkCount) / rounds) - from }, (__, m) => from + m);
  });

const speedOf = ({ sends, cpuSeconds }: Round): number => sends / cpuSeconds;

const lineOf = (number: number, { ours, usual }: { readonly ours: Round; readonly usual: Round }): string =>
  [
    `round ${String(number).padStart(2)}${number <= WARM_UP_ROUNDS ? ' (warm-up)' : '          '}`,
    String(round(speedOf(ours))).padStart(10),
    String(round(speedOf(usual))).padStart(14),
    `${ours.peakRssMb} MB`.padStart(18),
  ].join('');

const report = (rounds: readonly { readonly ours: Round; readonly usual: Round }[], taken: number): void => {
  const counted = rounds.slice(WARM_UP_ROUNDS);
  const sends = rounds.reduce((sum, { ours }) => sum + ours.sends, 0);
  const all = rounds.reduce((sum, { ours, usual }) => sum + ours.sends + usual.sends, 0);
  if (taken !== all) throw new Error(`${all} mails were sent, and ${taken} arrived`);

  const sendsPerCpuSecond = round(median(counted.map(({ ours }) => speedOf(ours))));
  const baselineSendsPerCpuSecond = round(median(counted.map(({ usual }) => speedOf(usual))));
  const writeUnits = rounds.reduce((sum, { ours }) => sum + ours.writeUnits, 0);
  const result = {
    sendsPerCpuSecond,
    baselineSendsPerCpuSecond,
    writeUnitsPer1000: Math.round((writeUnits / sends) * 10_000) / 10,
    peakRssMb: Math.max(...rounds.map(({ ours }) => ours.peakRssMb)),
  };
  say(`${sends} recipients, ${(sendsPerCpuSecond / baselineSendsPerCpuSecond).toFixed(2)} times the usual stack`);
  say(JSON.stringify(result));
};
