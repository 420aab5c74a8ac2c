import * as z from 'zod/mini';

import { Child } from './child.ts';
import { describeMachine, median, round } from './figures.ts';

interface Settings {
  readonly recipients: number;
}

const CHUNK = 1_000;
/** The first rounds are not counted: code is still being compiled. */
const WARM_UP_ROUNDS = 1;
const ROUNDS = 10;
/** The usual stack is slower and its figure steady: fewer sends tell as much. */
const BASELINE_CHUNKS = 3;

const Sink = z.object({ port: z.number() });
const Taken = z.object({ taken: z.number() });
const Round = z.object({ sends: z.number(), cpuSeconds: z.number(), peakRssMb: z.number(), writeUnits: z.number() });
type Round = z.infer<typeof Round>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Measures our sender and the usual stack in turn, so that whatever else the machine does troubles both. */
export const benchDispatch = async ({ recipients }: Settings): Promise<void> => {
  const chunkCount = Math.max(ROUNDS, Math.ceil(recipients / CHUNK));
  const [sink, address] = await Child.start('sink.ts', [String(chunkCount)], {});
  const { port } = z.parse(Sink, address);
  const env = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  const [ours] = await Child.start('bulkhead-sender.ts', [], env);
  const [usual] = await Child.start('usual-stack.ts', [], env);

  try {
    say(describeMachine());
    say('sends per CPU-second      ours   usual stack   our peak memory');
    const rounds: { readonly ours: Round; readonly usual: Round }[] = [];
    for (const chunks of inRounds(chunkCount)) {
      const each = {
        ours: z.parse(Round, await ours.ask(chunks)),
        usual: z.parse(Round, await usual.ask(chunks.slice(0, BASELINE_CHUNKS))),
      };
      rounds.push(each);
      say(lineOf(rounds.length, each));
    }
    const { taken } = z.parse(Taken, await sink.ask([]));
    report(rounds, taken);
  } finally {
    for (const child of [ours, usual, sink]) child.stop();
  }
};

const inRounds = (chunkCount: number): readonly (readonly number[])[] =>
  Array.from({ length: ROUNDS }, (_, n) => {
    const from = Math.floor((n * chunkCount) / ROUNDS);
    return Array.from({ length: Math.floor(((n + 1) * chunkCount) / ROUNDS) - from }, (__, m) => from + m);
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
