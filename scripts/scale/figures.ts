import { computeRun, type Run, type Scenario } from './run.ts';
import { type SimulatedWave, simulateWave } from './wave.ts';

export const MILLION = 1_000_000;
export const TEN_MILLION = 10 * MILLION;
const rates = [300, 1_000, 2_500] as const;
/** A warm wave as it is simulated: two rounds of the senders. */
const CHUNKS_OF_WAVE = 32;

/** What SES grants an account that has just left the sandbox, and a team that has one. */
export const team = { contacts: 50_000, campaigns: 4, rate: 14 } as const;
/** Five minutes of it: a wave of such a list. */
const CHUNKS_OF_TEAM = 4;
/** Senders that are enough for 14 and for 300 a second: what the run would be with fewer than are deployed. */
const FEW_SENDERS = 2;

export interface Figures {
  /** Ten million recipients, at each rate. */
  readonly all: readonly Run[];
  readonly grave: readonly Run[];
  /** What lies between them, at the lowest rate. */
  readonly between: { readonly deliveries: Run; readonly receipts: Run };
  /** The first of them with two senders. */
  readonly fewSenders: Run;
  readonly team: { readonly all: Run; readonly grave: Run; readonly fewSenders: Run };
  /** A hundred million, at the highest rate. */
  readonly hundred: Run;
}

/** Computes everything that the page tells. Always the same, as long as code and stacks are. */
export const computeFigures = async (): Promise<Figures> => {
  const waves: readonly (readonly [number, SimulatedWave])[] = await inTurn(rates, (rate) =>
    simulateWave({ rate, chunks: CHUNKS_OF_WAVE }),
  );
  const ten = (selection: Scenario['selection']) =>
    waves.map(([rate, wave]) => computeRun({ recipients: TEN_MILLION, rate, selection }, wave));
  const [fastestRate, fastest] = last(waves);
  const ofTeam = { recipients: team.contacts, rate: team.rate };
  const teamWave = await simulateWave({ rate: team.rate, chunks: CHUNKS_OF_TEAM });
  const fewOfTeam = await simulateWave({ rate: team.rate, chunks: CHUNKS_OF_TEAM, senders: FEW_SENDERS });
  const [slowestRate, slowest] = first(waves);
  const between = (selection: Scenario['selection']) =>
    computeRun({ recipients: TEN_MILLION, rate: slowestRate, selection }, slowest);
  const few = await simulateWave({ rate: rates[0], chunks: CHUNKS_OF_WAVE, senders: FEW_SENDERS });

  return {
    all: ten('all'),
    grave: ten('grave'),
    between: { deliveries: between('deliveries'), receipts: between('receipts') },
    fewSenders: computeRun({ recipients: TEN_MILLION, rate: rates[0], selection: 'all' }, few),
    team: {
      all: computeRun({ ...ofTeam, selection: 'all' }, teamWave),
      grave: computeRun({ ...ofTeam, selection: 'grave' }, teamWave),
      fewSenders: computeRun({ ...ofTeam, selection: 'all' }, fewOfTeam),
    },
    hundred: computeRun({ recipients: 10 * TEN_MILLION, rate: fastestRate, selection: 'all' }, fastest),
  };
};

const inTurn = async <Thing, Answer>(things: readonly Thing[], work: (thing: Thing) => Promise<Answer>) => {
  const answers: (readonly [Thing, Answer])[] = [];
  for (const thing of things) answers.push([thing, await work(thing)]);
  return answers;
};

export const first = <Thing>(things: readonly Thing[]): Thing => {
  const [found] = things;
  if (found === undefined) throw new Error('There is nothing to take the first of');
  return found;
};

export const last = <Thing>(things: readonly Thing[]): Thing => {
  const found = things.at(-1);
  if (found === undefined) throw new Error('There is nothing to take the last of');
  return found;
};
