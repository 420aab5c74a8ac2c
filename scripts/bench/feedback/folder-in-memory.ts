import { createLog, createMeters } from '../../../packages/lambda-kit/src/index.ts';
import { makeFoldEngagement } from '../../../services/feedback/src/application/fold-engagement.ts';
import { makeFoldOutcomes } from '../../../services/feedback/src/application/fold-outcomes.ts';
import { makeFoldSending } from '../../../services/feedback/src/application/fold-sending.ts';
import { makeTellEngagement } from '../../../services/feedback/src/application/tell-engagement.ts';
import { makeWatchFlow } from '../../../services/feedback/src/application/watch-flow.ts';
import { onSesEvents } from '../../../services/feedback/src/handlers/on-ses-events.ts';
import {
  InMemoryEngagementJournal,
  InMemoryFlowLog,
  InMemoryOutcomes,
  InMemoryProbes,
  InMemoryRunParts,
  InMemorySendJournal,
  RecordingFacts,
  runsWith,
} from '../../../services/feedback/tests/in-memory.ts';
import { answerBatches } from './answer-batches.ts';

/** A process that folds events with the handlers and use cases of feedback, into tables that cost nothing to ask. */
const bounds = { drainMs: 60_000, figuresMs: 60_000, hiddenMs: 190_000 };
const clock = { now: () => new Date() };
const outcomes = new InMemoryOutcomes();
const facts = new RecordingFacts();
const flowLog = new InMemoryFlowLog(bounds);
const foldOutcomes = makeFoldOutcomes({
  outcomes,
  journal: new InMemorySendJournal(),
  runParts: new InMemoryRunParts(),
  runs: runsWith(),
  facts,
  clock,
});
const foldSending = makeFoldSending({
  watchFlow: makeWatchFlow({ flowLog, clock, bounds }),
  foldOutcomes,
  probes: new InMemoryProbes(),
  clock,
});
const foldEngagement = makeFoldEngagement({
  journal: new InMemoryEngagementJournal(),
  outcomes,
  tellEngagement: makeTellEngagement({ facts, clock }),
  foldOutcomes,
});
const edge = {
  log: createLog(),
  meters: createMeters(),
  deadLetters: { park: () => Promise.reject(new Error('Nothing is parked here')) },
};
const sending = onSesEvents(foldSending, edge);

answerBatches({ sending, engagement: onSesEvents(foldEngagement, edge), repeated: sending });
