import type { Contact } from '../../domain/contact.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { conditionOf, type PlannedSegment } from '../../domain/segments/plan.ts';
import { positionOf, SHARDS } from '../../domain/shard.ts';
import { type AskedOfValues, type Values, ValueTally } from '../../domain/value-tally.ts';
import type { ListCounts } from '../list-counts/ports.ts';
import type { Clock, Contacts } from '../ports.ts';
import { type SelectedReaders, selectedOf } from '../snapshot/read-shard.ts';
import type { CompileCondition, Segments } from './ports.ts';
import { type Selector, selectorOf } from './selector.ts';
import { makeUnderstandRule, type RuleRefused, type UnderstandNeeds } from './understand-rule.ts';

interface Needs extends UnderstandNeeds {
  readonly segments: Pick<Segments, 'find'>;
  readonly compile: CompileCondition;
  readonly readers: SelectedReaders;
  readonly contacts: Pick<Contacts, 'find'>;
  readonly counts: Pick<ListCounts, 'of'>;
  readonly clock: Clock;
}

export interface PreviewRequest {
  /** What is to be told of their fields. */
  readonly values?: AskedOfValues;
  readonly lists: readonly [string, ...string[]];
  readonly exclude: readonly string[];
  /** A rule that is not kept yet; who matches it is taken as well as who matches one of the segments. */
  readonly rule?: unknown;
  readonly segments: readonly string[];
  readonly excludeSegments: readonly string[];
}

export interface Preview {
  /** How many could be mailed now. */
  readonly count: number;
  /** False for a count that was reckoned from a fair part of the lists. */
  readonly isExact: boolean;
  /** How many members were looked at. */
  readonly read: number;
  readonly sample: readonly Contact[];
  /** Counted, or reckoned, as they are. */
  readonly values: Values;
}

type Problem = RuleRefused | { readonly kind: 'list_not_found' | 'segment_not_found' };

export type PreviewAudience = (request: PreviewRequest) => Promise<Result<Preview, Problem>>;

/** What an answer within seconds can look at. Lists that have no more members are counted one by one. */
const MOST_READ = 30_000;
const SAMPLE = 10;
/** Of a list that is left out at most so many are read beside those; of a longer one it is asked who is on it. */
const MOST_BESIDE = 300_000;

/** Counts who would be mailed now, and shows some of them. */
export const makePreviewAudience =
  (needs: Needs): PreviewAudience =>
  async (request) => {
    const found = await Promise.all([...request.lists, ...request.exclude].map((listId) => needs.lists.find(listId)));
    if (found.includes(undefined)) return refuse({ kind: 'list_not_found' });
    const selector = await selectorFor(needs, request);
    if (!selector.ok) return selector;

    const asked = await tooLong(needs.counts, request);
    const { ids, ...counted } = await count(needs.readers, { ...request, asked }, selector.value);
    const known = await needs.contacts.find(ids);
    return succeed({ ...counted, sample: ids.flatMap((contactId) => known.get(contactId) ?? []) });
  };

const selectorFor = async (needs: Needs, request: PreviewRequest): Promise<Result<Selector, Problem>> => {
  const now = needs.clock.now();
  const own = request.rule === undefined ? undefined : await makeUnderstandRule(needs)(request.rule, now);
  if (own !== undefined && !own.ok) return own;
  const named = [...request.segments, ...request.excludeSegments];
  const found = await Promise.all(named.map((segmentId) => needs.segments.find(segmentId)));
  if (found.includes(undefined)) return refuse({ kind: 'segment_not_found' });

  const planned: readonly PlannedSegment[] = found.flatMap((segment) => segment ?? []);
  const unsaved = own === undefined ? [] : [{ segmentId: '', name: '', rule: own.value.rule, version: 0 }];
  const condition = conditionOf({
    segments: [...unsaved, ...planned.slice(0, request.segments.length)],
    excludeSegments: planned.slice(request.segments.length),
    attributes: await needs.fields.all(),
    at: now.toISOString(),
  });
  return condition.ok
    ? succeed(selectorOf(condition.value, needs.compile))
    : refuse({ kind: 'rule_refused', problems: condition.problem.problems });
};

const tooLong = async (counts: Needs['counts'], { lists, exclude }: PreviewRequest): Promise<ReadonlySet<string>> => {
  const lengthOf = async (listId: string) => (await counts.of(listId)).members;
  const [wanted, unwanted] = await Promise.all([lists, exclude].map((ids) => Promise.all(ids.map(lengthOf))));
  const all = (wanted ?? []).reduce((sum, members) => sum + members, 0);
  const part = Math.min(1, MOST_READ / Math.max(1, all));
  return new Set(exclude.filter((_, n) => (unwanted?.[n] ?? 0) * part > MOST_BESIDE));
};

interface Asking extends PreviewRequest {
  readonly asked: ReadonlySet<string>;
}

interface Counted extends Omit<Preview, 'sample'> {
  readonly ids: readonly string[];
}

/** Ids are hashes, so those up to any of them are a fair part of all, and how large a part is told by the id. */
const count = async (readers: SelectedReaders, request: Asking, selector: Selector): Promise<Counted> => {
  const ids: string[] = [];
  const values = new ValueTally(request.values ?? { fields: [] });
  const asked = { ...request, fields: values.needs, selector };
  let [selected, read] = [0, 0];
  for (let shard = 0; shard < SHARDS; shard += 1) {
    for await (const page of selectedOf(readers, { ...asked, shard })) {
      selected += page.selected.length;
      read += page.selected.length + page.excluded.length;
      for (const { contact } of page.selected) values.add(contact.fields);
      ids.push(...page.selected.slice(0, SAMPLE - ids.length).map(({ contact }) => contact.contactId));
      const part = positionOf(page.upTo);
      if (read >= MOST_READ && part < 1) {
        return { count: Math.round(selected / part), isExact: false, read, ids, values: values.sum(part) };
      }
    }
  }
  return { count: selected, isExact: true, read, ids, values: values.sum(1) };
};
