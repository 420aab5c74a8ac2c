import { has } from '../domain/bitmap.ts';
import { blockOf, positionOf } from '../domain/block.ts';
import type { Fact } from '../domain/fact.ts';
import type { Recipient } from '../domain/outcome.ts';
import { inParallel } from './in-parallel.ts';
import type { Clock, Facts, Runs } from './ports.ts';
import type { ToldOutcomes } from './told-outcomes.ts';

interface Parts {
  readonly outcomes: Pick<ToldOutcomes, 'ofBlock'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly facts: Facts;
  readonly clock: Clock;
}

/** A part of the question what is held of a person: the places that the person had in runs. */
export interface ExportRequest {
  readonly exportId: string;
  readonly contactId: string;
  readonly part: number;
  readonly mailings: readonly Recipient[];
}

export type ExportContact = (
  request: ExportRequest,
  cause: { readonly correlationId: string; readonly causationId: string },
) => Promise<void>;

type ExportedMailing = Extract<Fact, { fact: 'contact_exported' }>['mailings'][number];

/** A block is a dozen reads. */
const AT_ONCE = 10;

/** Tells what happened to the mails of a person. Nothing is held by contact: what happened is found at the places. */
export const makeExportContact =
  (parts: Parts): ExportContact =>
  async ({ mailings, ...part }, { correlationId, causationId }) => {
    const found = await inParallel(mailings, AT_ONCE, (mailing) => whatHappened(parts, mailing));
    const fact = {
      ...part,
      fact: 'contact_exported',
      mailings: found.flat(),
      at: parts.clock.now(),
      causationId,
    } as const;
    await parts.facts.publish([fact], { correlationId });
  };

const whatHappened = async ({ outcomes, runs }: Parts, mailing: Recipient): Promise<readonly ExportedMailing[]> => {
  const { runId } = mailing;
  const [blocks, run] = await Promise.all([outcomes.ofBlock(runId, blockOf(mailing.chunk)), runs.find(runId)]);
  const kinds = blocks.filter(({ bitmap }) => has(bitmap, positionOf(mailing))).map(({ kind }) => kind);
  if (kinds.length === 0 && run === undefined) return [];
  const start = run?.start && { campaignName: run.start.campaignName, startedAt: run.start.at };
  return [{ runId, ...start, outcomes: [...new Set(kinds)].toSorted() }];
};
