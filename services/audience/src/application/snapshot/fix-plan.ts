import type { Attribute } from '../../domain/attribute.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { sourcesOf } from '../../domain/segments/condition.ts';
import { conditionOf, type PlannedSegment } from '../../domain/segments/plan.ts';
import type { Attributes } from '../attributes/ports.ts';
import type { Clock, Lists } from '../ports.ts';
import type { Segments } from '../segments/ports.ts';
import { clocksOf } from './clocks.ts';
import type { KeptPlan, SnapshotPlans, SnapshotProblem, SnapshotRequest } from './ports.ts';

export interface PlanNeeds {
  readonly lists: Pick<Lists, 'find'>;
  readonly segments: Pick<Segments, 'find'>;
  /** All fields that contacts have, the undeclared ones too. */
  readonly fields: Pick<Attributes, 'all'>;
  readonly plans: SnapshotPlans;
  readonly clock: Clock;
}

type Fixed = Result<KeptPlan, SnapshotProblem>;

/**
 * Writes down what a snapshot takes, with the rules of its segments as they are now and the instant from which their days
 * are counted. The first plan of an attempt counts: a request that comes twice, or a segment that is edited, changes nothing.
 */
export const makeFixPlan =
  (needs: PlanNeeds) =>
  async (request: SnapshotRequest): Promise<Fixed> =>
    succeedWith(await needs.plans.find(request)) ?? (await fixAnew(needs, request));

const succeedWith = (plan: KeptPlan | undefined): Fixed | undefined => plan && succeed(plan);

const fixAnew = async (needs: PlanNeeds, request: SnapshotRequest): Promise<Fixed> => {
  const { lists, segments, fields, plans, clock } = needs;
  const known = await Promise.all([...request.lists, ...request.exclude].map((listId) => lists.find(listId)));
  if (known.includes(undefined)) return refuse({ kind: 'list_not_found' });
  const clocks = clocksOf(request);
  if (!clocks.ok) return clocks;

  const found = await Promise.all([...request.segments, ...request.excludeSegments].map((id) => segments.find(id)));
  if (found.includes(undefined)) return refuse({ kind: 'segment_not_found' });
  const planned = found.flatMap((each) => (each ? [planOf(each)] : []));
  const selection = {
    segments: planned.slice(0, request.segments.length),
    excludeSegments: planned.slice(request.segments.length),
    attributes: planned.length === 0 ? [] : await fields.all(),
    at: clock.now().toISOString(),
  };
  const condition = conditionOf(selection);
  if (!condition.ok) return refuse({ kind: 'segment_unusable', ...condition.problem });

  const asked: readonly Attribute[] = (condition.value ? sourcesOf(condition.value) : []).flatMap((source) =>
    source.kind === 'field' ? [{ name: source.name, type: source.type }] : [],
  );
  return succeed(await plans.fix({ ...request, ...selection, attributes: asked }));
};

const planOf = ({ segmentId, name, rule, version }: PlannedSegment): PlannedSegment => ({
  segmentId,
  name,
  rule,
  version,
});
