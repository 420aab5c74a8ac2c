import { accountFor, eventually, mailsOf, type Report, type Run, untilReported } from '@bulkhead/e2e';

import { diagnose, queueDepths } from './diagnose.ts';
import { judge, readLeft } from './judge.ts';
import { figuresOf, type Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';
import { readSnapshot } from './snapshot.ts';

/** Compares a run that has ended with SES's mailbox. */
export const conclude = async (scene: Scene, run: Run): Promise<Outcome> => {
  const { chaos, client, cloud, runId, people, journal, progress, inflictor } = scene;
  const [snapshot, mails, left] = await Promise.all([
    readSnapshot(cloud, runId),
    mailsOf(client.gateway, runId),
    readLeft(client, runId),
  ]);
  const report = await untilAllIsReported(scene, mails.size);
  const { sentTwice, neverSent, wrong } = judge({ people: people.addresses, snapshot, mails, left, run, report });
  const missed = progress.faults < chaos.faults ? ['The run was over before its faults.'] : [];
  const figures = figuresOf({ ...chaos, run, sentTwice, neverSent, kills: inflictor.kills, faults: progress.faults });
  journal.note(`queues that are not empty: ${JSON.stringify(await queueDepths(cloud))}`);

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
    { what: `the report of run ${runId} to know of every mail` },
  );
};

const COMPLAINTS = 30;

/** Tells what there is to tell of a run that does not end, or of a platform that has. */
export const giveUp = async (scene: Scene, error: unknown): Promise<Outcome> => {
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
