import type { Condition } from '../../domain/segments/condition.ts';
import type { Person } from '../../domain/segments/person.ts';
import type { Segment } from '../../domain/segments/segment.ts';
import type { NamedPageRequest, Page } from '../ports.ts';

export interface Segments {
  add(segment: Segment): Promise<void>;
  find(segmentId: string): Promise<Segment | undefined>;
  /** Writes a segment whose earlier version is still the one that is kept; answers whether it was written. */
  save(next: Segment): Promise<boolean>;
  /** Removes a segment that is still at this version; answers whether there is none any more. */
  remove(segmentId: string, version: number): Promise<boolean>;
  page(request: NamedPageRequest): Promise<Page<Segment>>;
}

/** Makes a condition into something that can be asked millions of times. */
export type CompileCondition = (condition: Condition) => (person: Person) => boolean;
