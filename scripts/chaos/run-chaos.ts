import {
  accountFor,
  type Client,
  eventually,
  givenCampaign,
  mailsOf,
  type Report,
  type Run,
  untilReported,
  whenImported,
  whenLaunched,
} from '@bulkhead/e2e';
import * as z from 'zod/mini';

import { click } from './click.ts';
import type { Cloud } from './cloud.ts';
import { diagnose, queueDepths } from './diagnose.ts';
import { follow, type Standing } from './follow.ts';
import { Inflictor } from './inflict.ts';
import { inflictAll, type Progress } from './inflict-all.ts';
import { type Journal, makeJournal } from './journal.ts';
import { judge, readLeft } from './judge.ts';
import type { KillHost } from './kill-host.ts';
import { figuresOf, type Outcome } from './outcome.ts';
import { makePeople, type People } from './people.ts';
import { planFaults } from './plan-faults.ts';
import { grantRate } from './ses-trouble.ts';
import { readSnapshot } from './snapshot.ts';
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

interface Scene extends Stage {
  readonly chaos: Chaos;
  readonly people: People;
  readonly runId: string;
  readonly journal: Journal;
  readonly inflictor: Inflictor;
  readonly progress: Progress;
}

/** Sends a campaign to a list of generated people while things break, and tells who was mailed how often. */
export const runChaos = async (stage: Stage, chaos: Chaos): Promise<Outcome> => {
  const scene = await setUp(stage, chaos);
  try {
    const run = await sendAmidFaults(scene);
    scene.journal.note(`the run has ended: ${JSON.stringify(run)}`);
    return await compare(scene, run);
  } catch (error) {
    return await giveUp(scene, error);
  }
};

const ListCreated = z.object({ listId: z.string() });

const setUp = async (stage: Stage, chaos: Chaos): Promise<Scene> => {
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
  return {
    ...stage,
    chaos,
    people,
    runId,
    journal,
    inflictor,
    progress: { sent: 0, faults: 0, isOver: false, isResumed: false },
  };
};

/** Seconds of sending for every fault: with less, the run would be over before its faults. */
const SECONDS_A_FAULT = 1.5;
const SLOWEST = 5;
const FASTEST = 200;

const rateFor = ({ recipients, faults }: Chaos): number =>
  Math.min(FASTEST, Math.max(SLOWEST, Math.round(recipients / (faults * SECONDS_A_FAULT))));

/** Longer than two rounds of the sweeper, which replaces lost messages. */
const PATIENCE_MS = 15 * 60_000;

const sendAmidFaults = async (scene: Scene): Promise<Run> => {
  const { chaos, client, runId, journal, inflictor, progress } = scene;
  const onStanding = (standing: Standing): void => {
    progress.sent = standing.accepted / chaos.recipients;
    progress.run = standing.run;
    chaos.onStanding?.(standing, progress.faults);
    resumeIfHeld(scene, standing.run);
  };
  const inflicting = inflictAll(planFaults(chaos.seed, chaos.faults), progress, inflictor);

  try {
    return await Promise.race([
      follow({ client, runId, onStanding, patienceMs: PATIENCE_MS, isOver: () => progress.isOver }),
      scene.collapsed.then((why) => Promise.reject(new Error(why))),
    ]);
  } finally {
    progress.isOver = true;
    await inflicting;
    await inflictor.settled();
    journal.note('nothing is broken any more');
  }
};

/** Senders that hear nothing but failures from SES hold the run; a person looks at it and lets it go on. */
const resumeIfHeld = ({ client, journal, inflictor, progress }: Scene, run: Run): void => {
  if (run.status !== 'held') progress.isResumed = false;
  if (run.status !== 'held' || inflictor.isHolding || progress.isResumed) return;

  progress.isResumed = true;
  journal.note(`found it held (${run.reason ?? 'no reason given'}): resuming`);
  click(client, run.runId, 'resume').catch((error: unknown) => journal.note(String(error)));
};

const compare = async (scene: Scene, run: Run): Promise<Outcome> => {
  const { chaos, client, cloud, runId, people, journal, progress, inflictor } = scene;
  const [snapshot, mails, left] = await Promise.all([
    readSnapshot(cloud, runId),
    mailsOf(client.gateway, runId),
    readLeft(client, runId),
  ]);
  const report = await untilAllIsReported(scene, mails.size);
  const { sentTwice, neverSent, wrong } = judge({ people: people.addresses, snapshot, mails, left, run, report });
  journal.note(`queues that are not empty: ${JSON.stringify(await queueDepths(cloud))}`);
  const missed = progress.faults < chaos.faults ? ['The run was over before its faults.'] : [];
  const figures = figuresOf({ ...chaos, run, sentTwice, neverSent, kills: inflictor.kills, faults: progress.faults });

  return {
    figures,
    isRight: sentTwice.length + neverSent.length + wrong.length + missed.length === 0,
    story: [...journal.lines(), ...wrong, ...missed],
  };
};

/** @throws if feedback never comes to know what the simulator knows */
const untilAllIsReported = async ({ client, runId }: Scene, sent: number): Promise<Report> => {
  await untilReported(client, runId);
  return eventually(
    () => client.report(runId),
    (report) => report.sent === sent,
    { what: `the report of run ${runId} to know of every mail`, atMost: 60_000 },
  );
};

const COMPLAINTS = 30;

/** A run that does not end, or a platform that breaks for good. */
const giveUp = async (scene: Scene, error: unknown): Promise<Outcome> => {
  const { chaos, client, cloud, runId, people, journal, progress, inflictor } = scene;
  const mails = await mailsOf(client.gateway, runId).catch(() => new Map<string, readonly string[]>());
  const { sentTwice, neverSent } = accountFor(people.addresses, mails);
  const { run, faults } = progress;

  return {
    figures: figuresOf({ ...chaos, run, sentTwice, neverSent, kills: inflictor.kills, faults }),
    isRight: false,
    story: [
      ...journal.lines(),
      String(error),
      ...(await diagnose(cloud, client, runId)),
      ...scene.complaints().slice(-COMPLAINTS),
    ],
  };
};
