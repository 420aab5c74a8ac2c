import { readSettings } from '../lib/environment.ts';
import { benchConsole } from './console/bench-console.ts';
import { benchDispatch } from './dispatch/bench-dispatch.ts';
import { benchFeedback } from './feedback/bench-feedback.ts';
import { benchImport } from './import/bench-import.ts';
import { benchRate } from './rate/bench-rate.ts';
import { benchSnapshot } from './snapshot/bench-snapshot.ts';

/** What may be said on the command line. */
interface Options {
  readonly recipients: string;
  readonly answer: string;
  readonly senders: string;
  readonly seconds?: string;
  readonly rows: string;
  readonly contacts: string;
  readonly rounds?: string;
  readonly segment: boolean;
}

const DISPATCH_ROUNDS = 10;
const CONSOLE_ROUNDS = 7;

/** A test runs each of them at its smallest: what a function came to want is missed there, and not weeks later. */
const benches = {
  dispatch: ({ recipients, rounds = DISPATCH_ROUNDS }) =>
    benchDispatch({ recipients: Number(recipients), rounds: Number(rounds) }),
  rate: ({ answer, senders, seconds }) =>
    benchRate({
      answerMs: Number(answer),
      senders: senders.split(',').map(Number),
      seconds: seconds === undefined ? undefined : Number(seconds),
    }),
  snapshot: ({ contacts, segment }) => benchSnapshot({ contacts: Number(contacts), segment }),
  feedback: ({ recipients }) => benchFeedback({ recipients: Number(recipients) }),
  import: ({ rows }) => benchImport({ rows: Number(rows) }),
  console: ({ rounds = CONSOLE_ROUNDS }) => benchConsole({ basePort: readSettings().basePort, rounds: Number(rounds) }),
} as const satisfies Readonly<Record<string, (options: Options) => Promise<void>>>;

export type Bench = keyof typeof benches;

/** Finds a benchmark by its name. */
export const benchNamed = (name: string): ((options: Options) => Promise<void>) | undefined =>
  new Map(Object.entries(benches)).get(name);
