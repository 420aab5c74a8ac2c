import { InMemoryFlowLog, InMemoryProbes } from '../../tests/in-memory.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FoldOutcomes } from './fold-outcomes.ts';
import { makeFoldSending } from './fold-sending.ts';
import type { NoteDelays } from './note-delays.ts';
import { makeWatchFlow } from './watch-flow.ts';

const bounds = { drainMs: 60_000, figuresMs: 60_000, hiddenMs: 190_000 };
const START = Date.UTC(2026, 10, 21, 10);
const accepted = new Date(START - 5_000);
const outcome: Outcome = { kind: 'sent', runId: 'run_1', chunk: 0, offset: 1, messageId: 'mail-1', at: accepted };

const nothingFails: FoldOutcomes = async () => [];

const nothing: NoteDelays = async () => {};

const setUp = ({ probes = new InMemoryProbes(), foldOutcomes = nothingFails, noteDelays = nothing } = {}) => {
  let nowMs = START;
  const clock = { now: () => new Date(nowMs) };
  const flowLog = new InMemoryFlowLog(bounds);
  const foldEvents = makeFoldSending({
    watchFlow: makeWatchFlow({ flowLog, clock, bounds }),
    foldOutcomes,
    noteDelays,
    probes,
    clock,
  });
  const fold = (queuedAtMs = nowMs, given: Partial<Parameters<typeof foldEvents>[0]> = {}) =>
    foldEvents({
      outcomes: [outcome],
      probes: [],
      ...given,
      arrivals: { acceptedAtMs: [], queuedAtMs, mostReceives: 1 },
    });
  return { flowLog, probes, fold, wait: (ms: number) => void (nowMs += ms) };
};

describe('folding what SES says of sending', () => {
  it('measures how late came what was folded, and only that', async () => {
    const measured: (readonly Outcome[])[] = [];
    const lost: Outcome = { ...outcome, offset: 2 };
    const { fold } = setUp({
      foldOutcomes: async () => [{ happened: [lost], error: new Error('lost') }],
      noteDelays: async (folded) => void measured.push(folded),
    });

    await fold(START, { outcomes: [outcome, lost] });

    expect(measured).toEqual([[outcome]]);
  });

  it('hands nothing back because it could not be measured', async () => {
    const error = new Error('lost');
    const { fold } = setUp({ noteDelays: () => Promise.reject(error) });

    expect(await fold()).toEqual([{ events: [], error }]);
  });

  it('notes for a probe when SES accepted it and when we first saw it', async () => {
    const { fold, probes, wait } = setUp();
    const sent = { probe: 'probe-1', at: accepted };

    await fold(START, { probes: [sent] });
    wait(60_000);
    await fold(START, { probes: [sent] });

    expect(await probes.find('probe-1')).toEqual({ sentAt: accepted, seenAt: new Date(START) });
  });

  it('notes a probe although what came with it could not be folded: that will come again', async () => {
    const error = new Error('lost');
    const { fold, probes } = setUp({ foldOutcomes: async (happened) => [{ happened, error }] });

    const unfolded = await fold(START, { probes: [{ probe: 'probe-1', at: accepted }] });

    expect(unfolded).toEqual([{ events: [outcome], error }]);
    expect(await probes.find('probe-1')).toBeDefined();
  });

  it('hands back a probe that could not be noted, and only that', async () => {
    const lost = new Error('lost');
    const sent = { probe: 'probe-2', at: accepted };
    const probes = new InMemoryProbes();
    probes.noteSeen = () => Promise.reject(lost);
    const { fold } = setUp({ probes });

    expect(await fold(START, { probes: [sent] })).toEqual([{ events: [sent], error: lost }]);
  });

  it('says that a batch was held up before it folds anything of it', async () => {
    const seen: number[] = [];
    const { fold, flowLog } = setUp({
      foldOutcomes: async () => {
        seen.push((await flowLog.read()).heldUpAtMs);
        return [];
      },
    });

    await fold(START - 60_000);

    expect(seen).toEqual([START]);
  });

  it('notes ordinary batches only now and then, and every one that was held up', async () => {
    const { fold, flowLog, wait } = setUp();

    for (let n = 0; n < 60; n += 1) {
      await fold();
      wait(1_000);
    }
    const ordinary = flowLog.sightings.length;
    await fold(START - 60_000);
    await fold(START - 60_000);

    expect(ordinary).toBe(4);
    expect(flowLog.sightings.slice(ordinary)).toMatchObject([{ isHeldUp: true }, { isHeldUp: true }]);
  });
});
