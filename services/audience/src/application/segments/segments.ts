import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Segment } from '../../domain/segments/segment.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Segments } from './ports.ts';
import { makeUnderstandRule, type RuleRefused, type UnderstandNeeds } from './understand-rule.ts';

interface Needs extends UnderstandNeeds {
  readonly segments: Segments;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface SegmentDraft {
  readonly name: string;
  /** Whatever was sent as a rule. */
  readonly rule: unknown;
}

export type SegmentProblem = RuleRefused | { readonly kind: 'segment_not_found' | 'stale' };

interface Seen {
  readonly segmentId: string;
  readonly version: number;
}

export type CreateSegment = (draft: SegmentDraft) => Promise<Result<Segment, RuleRefused>>;
export type ChangeSegment = (draft: SegmentDraft, seen: Seen) => Promise<Result<Segment, SegmentProblem>>;
export type DeleteSegment = (seen: Seen) => Promise<Result<undefined, { readonly kind: 'stale' }>>;

export const makeCreateSegment =
  ({ segments, ids, clock, ...needs }: Needs): CreateSegment =>
  async ({ name, rule }) => {
    const now = clock.now();
    const understood = await makeUnderstandRule(needs)(rule, now);
    if (!understood.ok) return understood;

    const at = now.toISOString();
    const times = { createdAt: at, changedAt: at };
    const segment = { segmentId: ids.next('seg'), name, rule: understood.value.rule, ...times, version: 1 };
    await segments.add(segment);
    return succeed(segment);
  };

/** Runs that have begun keep the rule that they began with. */
export const makeChangeSegment =
  ({ segments, clock, ...needs }: Omit<Needs, 'ids'>): ChangeSegment =>
  async ({ name, rule }, { segmentId, version }) => {
    const known = await segments.find(segmentId);
    if (known === undefined) return refuse({ kind: 'segment_not_found' });
    if (known.version !== version) return refuse({ kind: 'stale' });
    const now = clock.now();
    const understood = await makeUnderstandRule(needs)(rule, now);
    if (!understood.ok) return understood;

    const changedAt = now.toISOString();
    const next = { ...known, name, rule: understood.value.rule, changedAt, version: version + 1 };
    return (await segments.save(next)) ? succeed(next) : refuse({ kind: 'stale' });
  };

/** Campaigns that name it fail when they are launched, and say so; runs that have begun go on. Deleting what is gone is done. */
export const makeDeleteSegment =
  ({ segments }: { readonly segments: Pick<Segments, 'remove'> }): DeleteSegment =>
  async ({ segmentId, version }) =>
    (await segments.remove(segmentId, version)) ? succeed(undefined) : refuse({ kind: 'stale' });
