import { createLog, createMeters } from '../../../packages/lambda-kit/src/index.ts';
import { makeFoldEngagement } from '../../../services/feedback/src/application/fold-engagement.ts';
import { makeFoldOutcomes } from '../../../services/feedback/src/application/fold-outcomes.ts';
import { makeFoldSending } from '../../../services/feedback/src/application/fold-sending.ts';
import { makeNoteDelays } from '../../../services/feedback/src/application/note-delays.ts';
import { makeReadLinks } from '../../../services/feedback/src/application/read-links.ts';
import { makeTellEngagement } from '../../../services/feedback/src/application/tell-engagement.ts';
import { makeToldOutcomes } from '../../../services/feedback/src/application/told-outcomes.ts';
import { makeWatchFlow } from '../../../services/feedback/src/application/watch-flow.ts';
import { tally } from '../../../services/feedback/src/domain/tally.ts';
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
import { InMemoryDelayLog } from '../../../services/feedback/tests/in-memory-delays.ts';
import { InMemoryLinkClicks, InMemoryRunLinks } from '../../../services/feedback/tests/in-memory-links.ts';

const bounds = { drainMs: 60_000, figuresMs: 60_000, hiddenMs: 190_000 };
const clock = { now: () => new Date() };
const output = { service: 'feedback', stage: 'bench', now: () => Date.now(), write: () => {} };

/** The handlers and use cases of feedback, with tables that cost nothing to ask. */
export const foldingInMemory = () => {
  const outcomes = new InMemoryOutcomes();
  const journal = new InMemoryEngagementJournal();
  const facts = new RecordingFacts();
  const foldOutcomes = makeFoldOutcomes({
    outcomes,
    journal: new InMemorySendJournal(),
    runParts: new InMemoryRunParts(),
    runs: runsWith(),
    facts,
    clock,
  });
  const foldSending = makeFoldSending({
    watchFlow: makeWatchFlow({ flowLog: new InMemoryFlowLog(bounds), clock, bounds }),
    foldOutcomes,
    noteDelays: makeNoteDelays({ delayLog: new InMemoryDelayLog(), clock }),
    probes: new InMemoryProbes(),
    clock,
  });
  const instantMs = 5_000;
  const [linkClicks, runLinks] = [new InMemoryLinkClicks(), new InMemoryRunLinks()];
  const tellEngagement = makeTellEngagement({ facts, clock, instantMs });
  const stores = { journal, outcomes, linkClicks, runLinks };
  const foldEngagement = makeFoldEngagement({ ...stores, tellEngagement, foldOutcomes, instantMs });
  const edge = { log: createLog(output), meters: createMeters(output), deadLetters: { park } };
  const told = makeToldOutcomes(stores);
  const readLinks = makeReadLinks({ ...stores, runs: runsWith(), clock });

  return {
    sending: onSesEvents({ foldEvents: foldSending, strangers }, edge),
    engagement: onSesEvents({ foldEvents: foldEngagement, strangers }, edge),
    report: async (runId: string) => tally(await told.of(runId)),
    links: async (runId: string) => {
      const { links = [] } = (await readLinks(runId)) ?? {};
      return Object.fromEntries(links.map(({ link, ...figures }) => [link, figures]));
    },
  };
};

const strangers = { keep: () => Promise.reject(new Error('Nothing is strange here')) };
const park = () => Promise.reject(new Error('Nothing is to be parked here'));
