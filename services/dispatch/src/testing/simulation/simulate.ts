import { countsOf, sumOf } from '../../domain/chunk-state.ts';
import { paceFor } from '../../domain/pace.ts';
import { VirtualTime } from '../virtual-time.ts';
import { agendaFrom } from './agenda.ts';
import { Chance } from './chance.ts';
import { Journal } from './journal.ts';
import { judge } from './judge.ts';
import { type Scenario, scenarioFrom } from './scenario.ts';
import { RUN, Simulation } from './simulation.ts';
import type { Variant } from './variant.ts';
import type { Broken } from './witness.ts';

export interface Plan {
  readonly seed: number;
  /** Changes the world that the seed draws. */
  readonly adapt?: ((scenario: Scenario) => Scenario) | undefined;
  /** Only these faults happen. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly isJournalKept?: boolean | undefined;
  readonly variant?: Variant | undefined;
}

export interface Course {
  readonly scenario: Scenario;
  readonly recipients: number;
  readonly faults: ReadonlySet<string>;
  /** Where something could have gone wrong, as far as only chosen faults happened. */
  readonly places: ReadonlySet<string>;
  readonly deliveries: number;
  /** Doubt that only a person can settle. */
  readonly left: number;
  readonly broken: readonly Broken[];
  readonly journal: readonly string[];
}

const START = Date.parse('2026-11-21T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A run comes to its end within this time once nothing goes wrong any more. */
const CALM_MS = 12 * HOUR;
/** More messages than any run needs. */
const MOST_DELIVERIES = 5_000;
/** What is still on its way arrives. */
const AFTERWARDS_MS = 40 * MINUTE;

/** Sends one run through the world of a seed, to its end and a while beyond, and tells which promises were broken. */
export const simulate = async ({ seed, adapt, only, isJournalKept, variant }: Plan): Promise<Course> => {
  const time = new VirtualTime(START);
  const draft = scenarioFrom(seed, new Chance({ seed, isCalm: () => true }));
  const scenario = adapt?.(draft) ?? draft;
  const calmAt = START + scenario.troubleMs;
  const chance = new Chance({ seed, only, isCalm: () => time.now() >= calmAt });
  const journal = new Journal(isJournalKept ?? false, () => time.now() - START);
  const pace = paceFor(scenario.timeoutMs, scenario.networkMs);
  const basics = { scenario, pace, chance, time, journal, start: START };

  const simulation = new Simulation(basics, agendaFrom(scenario, chance), variant ?? {});
  simulation.begin();
  const isStorm = () => simulation.deliveries > MOST_DELIVERIES;
  await time.pass(() => simulation.isOver || isStorm(), calmAt + CALM_MS);
  if (!simulation.isOver) simulation.witness.tell('stuck', simulation.describe());
  else await time.pass(() => false, time.now() + AFTERWARDS_MS);

  const ledgers = simulation.store.chunksOf(RUN.runId);
  const { outcome } = simulation.campaigns;
  const { witness } = simulation;
  const { suppressed } = simulation.people;
  const { lost } = simulation.gaps;
  if (outcome) judge({ outcome, ledgers, chunks: scenario.chunks, witness, suppressed, lost });
  return {
    scenario,
    recipients: scenario.chunks.reduce((sum, size) => sum + size, 0),
    faults: chance.faults,
    places: chance.places,
    deliveries: simulation.deliveries,
    left: sumOf([...ledgers.values()].map(countsOf)).left,
    broken: witness.broken,
    journal: journal.lines,
  };
};
