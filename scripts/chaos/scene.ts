import { type Client, givenCampaign, whenImported, whenLaunched } from '@bulkhead/e2e';
import * as z from 'zod/mini';

import type { Cloud } from './cloud.ts';
import type { Standing } from './follow.ts';
import { Inflictor } from './inflict.ts';
import type { Progress } from './inflict-all.ts';
import { type Journal, makeJournal } from './journal.ts';
import type { KillHost } from './kill-host.ts';
import { makePeople, type People } from './people.ts';
import { grantRate } from './ses-trouble.ts';
import type { Wiretap } from './wiretap.ts';

/** A platform that is up, with an ear on it. */
export interface Stage {
  readonly client: Client;
  readonly killHost: KillHost;
  readonly cloud: Cloud;
  readonly wiretap: Wiretap;
  /** Resolves with the reason if the platform ends before it is asked to. */
  readonly collapsed: Promise<string>;
  /** What its processes had to say for people. */
  readonly complaints: () => readonly string[];
}

export interface Chaos {
  readonly recipients: number;
  readonly faults: number;
  readonly seed: number;
  /** Hears how the run stands and how many faults it has had. */
  readonly onStanding?: (standing: Standing, faults: number) => void;
}

/** A run that has just been launched. */
export interface Scene extends Stage {
  readonly chaos: Chaos;
  readonly people: People;
  readonly runId: string;
  readonly journal: Journal;
  readonly inflictor: Inflictor;
  readonly progress: Progress;
}

const ListCreated = z.object({ listId: z.string() });

/** Imports a generated list and launches a campaign to it, at a rate that leaves time for every fault. */
export const setUp = async (stage: Stage, chaos: Chaos): Promise<Scene> => {
  const { client } = stage;
  const people = makePeople(chaos.recipients, chaos.seed);
  await grantRate(client.gateway, rateFor(chaos));
  const { listId } = await client.call('POST /api/audience/lists', ListCreated, { name: `Chaos ${chaos.seed}` });
  const { status, accepted } = await whenImported(client, { listId, file: people });
  if (accepted !== chaos.recipients) throw new Error(`The import is ${status}, with ${accepted} people.`);

  const campaignId = await givenCampaign(client, listId);
  const journal = makeJournal();
  const runId = await whenLaunched(client, campaignId);
  journal.note(`launched ${runId}`);

  const inflictor = new Inflictor({ ...stage, runId, journal });
  const progress = { sent: 0, faults: 0, isOver: false, isResumed: false };
  return { ...stage, chaos, people, runId, journal, inflictor, progress };
};

/** Seconds of sending for every fault: with less, the run would be over before its faults. */
const SECONDS_A_FAULT = 1.5;
const SLOWEST = 5;
const FASTEST = 200;

const rateFor = ({ recipients, faults }: Chaos): number =>
  Math.min(FASTEST, Math.max(SLOWEST, Math.round(recipients / (faults * SECONDS_A_FAULT))));
