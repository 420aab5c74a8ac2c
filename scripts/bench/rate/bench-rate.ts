import { bundleModules } from '../dispatch/bundle-modules.ts';
import { describeMachine } from '../dispatch/figures.ts';
import { type Measured, measureRun, type Plan, RELEASE, SENDER, SINK } from './measure-run.ts';
import { openStage, type Stage } from './stage.ts';

interface Settings {
  /** How long SES takes to answer. */
  readonly answerMs: number;
  readonly senders: readonly number[];
}

type Bundles = Awaited<ReturnType<typeof bundleModules>>;
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
const MUST = { usedShare: 0.97, throttledShare: 0.001 };
/** Above this, nobody can say whether it was the sender that was slow. */
const BUSY = 0.9;
const ATTEMPTS = 2;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Measures how much of SES's rate senders use, and how much of what they send is throttled. */
export const benchRate = async ({ answerMs, senders: counts }: Settings): Promise<void> => {
  const bundles = await bundleModules([SENDER, RELEASE, SINK]);
  const stage = await openStage();
  try {
    say(describeMachine());
    say(
      `SES answers in ${answerMs} ms. Measured against all that it grants: nothing is kept for other mail. "warm": so many seconds after the first mail it begins.`,
    );
    say('  rate  senders  warm  measured    used  throttled  busiest second  slots wasted  processors busy');
    const plansOf = (pace: typeof SLOW): readonly Plan[] => counts.map((senders) => ({ ...pace, senders, answerMs }));
    const measure = (plan: Plan) => measureFairly(stage, bundles, plan);

    const runs = await Promise.all(plansOf(SLOW).map(measure));
    for (const plan of FAST.flatMap(plansOf)) runs.push(await measure(plan));
    conclude(runs);
  } finally {
    await stage.close();
    await bundles.remove();
  }
};

const isMet = ({ usedShare, throttledShare }: Measured): boolean =>
  usedShare >= MUST.usedShare && throttledShare <= MUST.throttledShare;

const isStarved = (measured: Measured): boolean => !isMet(measured) && measured.processorsBusy > BUSY;

/** Measures again when the machine had no time for the senders. */
const measureFairly = async (stage: Stage, bundles: Bundles, plan: Plan): Promise<Run> => {
  let measured = await measureRun(stage, bundles, plan);
  for (let attempt = 1; attempt < ATTEMPTS && isStarved(measured); attempt += 1) {
    say(`${lineOf({ plan, measured })}  not counted: others use the processors. Once more.`);
    measured = await measureRun(stage, bundles, plan);
  }
  const run = { plan, measured };
  say(lineOf(run));
  return run;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const seconds = (ms: number): string => `${ms / 1_000} s`;

const lineOf = ({ plan, measured }: Run): string =>
  [
    String(plan.rate).padStart(6),
    String(plan.senders).padStart(9),
    seconds(plan.warmUpMs).padStart(6),
    seconds(plan.measuredMs).padStart(10),
    percent(measured.usedShare).padStart(8),
    percent(measured.throttledShare).padStart(11),
    percent(measured.busiestSecond).padStart(16),
    percent(measured.wastedShare).padStart(14),
    percent(measured.processorsBusy).padStart(17),
  ].join('');

const conclude = (runs: readonly Run[]): void => {
  const starved = runs.filter(({ measured }) => isStarved(measured));
  for (const { plan } of starved) {
    say(
      `At ${plan.rate}/s with ${plan.senders} senders the machine had no processor left: that figure tells of the machine, not of the senders. It is left out.`,
    );
  }
  const counted = runs.filter((run) => !starved.includes(run));
  const missed = counted.filter(({ measured }) => !isMet(measured));
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
