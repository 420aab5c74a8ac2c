import { S3Bucket } from '../../../packages/lambda-kit/src/aws/index.ts';
import { S3Contents } from '../../../services/dispatch/src/adapters/s3-contents.ts';
import { S3Objects } from '../../../services/dispatch/src/adapters/s3-objects.ts';
import { S3Snapshots } from '../../../services/dispatch/src/adapters/s3-snapshots.ts';
import { SesMailers } from '../../../services/dispatch/src/adapters/ses-mailers/ses-mailers.ts';
import { SpliceComposer } from '../../../services/dispatch/src/adapters/splice/splice-composer.ts';
import { systemClock } from '../../../services/dispatch/src/adapters/system-clock.ts';
import { makeReleaseWave } from '../../../services/dispatch/src/application/release-wave.ts';
import { makeReportChunk } from '../../../services/dispatch/src/application/report-chunk.ts';
import { makeSendChunk } from '../../../services/dispatch/src/application/send-chunk.ts';
import { paceFor } from '../../../services/dispatch/src/domain/pace.ts';
import { answerRounds } from './measured-process.ts';
import {
  memoryGovernors,
  memoryLedgers,
  memoryRuns,
  memoryTasks,
  memoryWaves,
  noFacts,
  noSuppressions,
  quotas,
  strictObserver,
} from './memory-ports.ts';
import { run } from './run-objects.ts';
import { WriteUnits } from './write-units.ts';

/** Our sender: the real use cases and the real adapters for S3 and SES, over tables and queues in memory. */
const TIMEOUT_MS = 300_000;
const cause = { correlationId: 'bench' };

const clock = systemClock;
const pace = paceFor(TIMEOUT_MS);
const units = new WriteUnits();
const ledgers = memoryLedgers(units);
const waves = memoryWaves(units);
const runs = memoryRuns(units);
const tasks = memoryTasks();
const observer = strictObserver();
const objects = new S3Objects((bucket, key) => new S3Bucket(bucket).get(key));
const die = (): never => {
  throw new Error('A request would outlive its invocation');
};

const governors = memoryGovernors(units, pace);
const ports = {
  ledgers,
  waves,
  runs,
  tasks,
  observer,
  clock,
  pace,
  quotas,
  controls: runs,
  brownOuts: runs,
  governors,
  suppressions: noSuppressions,
  snapshots: new S3Snapshots(objects),
  contents: new S3Contents(objects),
  composer: new SpliceComposer(() => new Date()),
  mailers: new SesMailers({ configurationSet: 'bench', pace, die }),
  facts: noFacts,
  // The sink never changes its rate.
  looks: { ask: async () => {} },
  keptShare: 0,
  reportChunk: makeReportChunk({ waves, ledgers, facts: noFacts, governors, clock }),
  // Nobody else sends.
  openWaves: { list: async () => [] },
  // Nothing is in doubt: the sink answers every request.
  evidences: { read: async () => undefined },
  settleChunk: () => Promise.reject(new Error('There is doubt')),
  doubtRules: { policy: 'leave', settleMs: 0, askEveryMs: 0, skewMs: 0, isSendingTold: false } as const,
};
const releaseWave = makeReleaseWave(ports);
const sendChunk = makeSendChunk(ports);

let wave = 0;
let invocations = 0;

answerRounds(async (chunks) => {
  const before = { sends: observer.accepted(), units: units.units };
  wave += 1;
  await releaseWave({ run, wave, final: false, chunks }, cause);
  for (let task = tasks.take(); task; task = tasks.take()) {
    invocations += 1;
    await sendChunk(task, { id: `invocation${invocations}`, deadline: clock.now() + TIMEOUT_MS }, cause);
  }
  return { sends: observer.accepted() - before.sends, writeUnits: units.units - before.units };
});
