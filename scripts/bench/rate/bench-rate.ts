import { bundleModules } from '../dispatch/bundle-modules.ts';
import { describeMachine } from '../dispatch/figures.ts';
import { type Measured, measureRun, type Plan, RELEASE, SENDER, SINK } from './measure-run.ts';
import { openStage } from './stage.ts';

interface Settings {
  /** How long SES takes to answer. */
  readonly answerMs: number;
  readonly senders: readonly number[];
  /** Warm for so long, and so long measured, at each rate: a try of which nothing is judged. */
  readonly seconds: number | undefined;
}

type Measure = (plan: Plan) => Promise<Measured>;
interface Run {
  readonly plan: Plan;
  readonly measured: Measured;
}

/**
 * A slow rate is measured for longer, for there is less to count; it takes so little that its runs share the machine. At the fastest rate
 * it takes longest until all is warm: sixteen new processes compile the same code on the processors of one machine.
 */
const SLOW = { rate: 14, warmUpMs: 5_000, measuredMs: 40_000 };
const FAST = [
  { rate: 300, warmUpMs: 5_000, measuredMs: 15_000 },
  { rate: 2_000, warmUpMs: 15_000, measuredMs: 15_000 },
];
interface Must {
  readonly usedShare: number;
  readonly throttledShare: number;
}
const MUST: Must = { usedShare: 0.97, throttledShare: 0.001 };
const NOTHING: Must = { usedShare: 0, throttledShare: 1 };
/** Above this, nobody can say whether it was the sender that was slow. */
const BUSY = 0.9;
const ATTEMPTS = 2;
const SECOND = 1_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Measures how much of SES's rate senders use, and how much of what they send is throttled. */
export const benchRate = async ({ answerMs, senders: counts, seconds }: Settings): Promise<void> => {
  const bundles = await bundleModules([SENDER, RELEASE, SINK]);
  const stage = await openStage();
  const must = seconds === undefined ? MUST : NOTHING;
  try {
    say(describeMachine());
    say(
      `SES answers in ${answerMs} ms. Measured against all that it grants: nothing is kept for other mail. "warm": so many seconds after the first mail it begins.`,
    );
    if (seconds !== undefined) say('A try: too short to tell of anything but that it works, and nothing is judged.');
    say('  rate  senders  warm  measured    used  throttled  busiest second  slots wasted  processors busy');
    const shortened = seconds === undefined ? {} : { warmUpMs: seconds * SECOND, measuredMs: seconds * SECOND };
    const plansOf = (pace: typeof SLOW): readonly Plan[] =>
      counts.map((senders) => ({ ...pace, ...shortened, senders, answerMs }));
    const measure = (plan: Plan) => measureFairly((each) => measureRun(stage, bundles, each), plan, must);

    const runs = await Promise.all(plansOf(SLOW).map(measure));
    for (const plan of FAST.flatMap(plansOf)) runs.push(await measure(plan));
    conclude(runs, must);
  } finally {
    await stage.close();
    await bundles.remove();
  }
};

const isMet = ({ usedShare, throttledShare }: Measured, must: Must): boolean =>
  usedShare >= must.usedShare && throttledShare <= must.throttledShare;

const isStarved = (measured: Measured, must: Must): boolean => !isMet(measured, must) && measured.processorsBusy > BUSY;

/** Measures again when the machine had no time for the senders. */
const measureFairly = async (measure: Measure, plan: Plan, must: Must): Promise<Run> => {
  let measured = await measure(plan);
  for (let attempt = 1; attempt < ATTEMPTS && isStarved(measured, must); attempt += 1) {
    say(`${lineOf({ plan, measured })}  not counted: others use the processors. Once more.`);
    measured = await measure(plan);
  }
  const run = { plan, measured };
  say(lineOf(run));
  return run;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const inSeconds = (ms: number): string => `${ms / SECOND} s`;

const lineOf = ({ plan, measured }: Run): string =>
  [
    String(plan.rate).padStart(6),
    String(plan.senders).padStart(9),
    inSeconds(plan.warmUpMs).padStart(6),
    inSeconds(plan.measuredMs).padStart(10),
    percent(measured.usedShare).padStart(8),
    percent(measured.throttledShare).padStart(11),
    percent(measured.busiestSecond).padStart(16),
    percent(measured.wastedShare).padStart(14),
    percent(measured.processorsBusy).padStart(17),
  ].join('');

const conclude = (runs: readonly Run[], must: Must): void => {
  const starved = runs.filter(({ measured }) => isStarved(measured, must));
  for (const { plan } of starved) {
    say(
      `At ${plan.rate}/s with ${plan.senders} senders the machine had no processor left: that figure tells of the machine, not of the senders. It is left out.`,
    );
  }
  const counted = runs.filter((run) => !starved.includes(run));
  const missed = counted.filter(({ measured }) => !isMet(measured, must));
  for (const { plan } of missed) say(`Missed at ${plan.rate}/s with ${plan.senders} senders.`);
  if (missed.length + starved.length > 0) process.exitCode = 1;

  const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
  const result = counted.map(({ plan: { rate, senders }, measured: { usedShare, throttledShare } }) => ({
    rate,
    senders,
    usedShare: rounded(usedShare),
    throttledShare: rounded(throttledShare),
  }));
  say(JSON.stringify({ runs: result }));
};
