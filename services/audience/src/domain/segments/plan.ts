import type { Attribute } from '../attribute.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { checkRule } from './check-rule.ts';
import type { Condition } from './condition.ts';
import type { RuleProblem } from './rule.ts';
import type { Segment } from './segment.ts';

/** Who is taken of the members of lists, with everything that decides it: whatever is edited later changes nothing of it. */
export interface Selection {
  /** Of these one must hold, if there are any. */
  readonly segments: readonly PlannedSegment[];
  /** And none of these. */
  readonly excludeSegments: readonly PlannedSegment[];
  /** The fields that the rules ask about, and their types. */
  readonly attributes: readonly Attribute[];
  /** The instant from which "30 days ago" is counted. */
  readonly at: string;
}

export type PlannedSegment = Pick<Segment, 'segmentId' | 'name' | 'rule' | 'version'>;

/** A segment whose rule asks about something that there is not, or not so. */
export interface UnusableSegment {
  readonly name: string;
  readonly problems: readonly RuleProblem[];
}

/** The one condition that recipients meet; `undefined` if there is none. */
export const conditionOf = ({
  segments,
  excludeSegments,
  attributes,
  at,
}: Selection): Result<Condition | undefined, UnusableSegment> => {
  const terms = { types: new Map(attributes.map(({ name, type }) => [name, type])), now: new Date(at) };
  const of = ({ name, rule }: PlannedSegment): Result<Condition, UnusableSegment> => {
    const checked = checkRule(rule, terms);
    return checked.ok ? checked : refuse({ name, problems: checked.problem });
  };
  const [wanted, unwanted] = [segments.map(of), excludeSegments.map(of)];
  for (const each of [...wanted, ...unwanted]) if (!each.ok) return each;

  const conditions = [
    ...(wanted.length > 0 ? [anyOf(wanted)] : []),
    ...(unwanted.length > 0 ? [{ kind: 'not', condition: anyOf(unwanted) } as const] : []),
  ];
  return succeed(conditions.length === 0 ? undefined : { kind: 'all', conditions });
};

const anyOf = (checked: readonly Result<Condition, unknown>[]): Condition => ({
  kind: 'any',
  conditions: checked.flatMap((each) => (each.ok ? [each.value] : [])),
});
