import type { NamedPageRequest, Page } from '../application/ports.ts';
import type { Segments } from '../application/segments/ports.ts';
import { isCalled } from '../domain/is-called.ts';
import type { Segment } from '../domain/segments/segment.ts';

export class InMemorySegments implements Segments {
  readonly all = new Map<string, Segment>();

  async add(segment: Segment): Promise<void> {
    this.all.set(segment.segmentId, segment);
  }

  async find(segmentId: string): Promise<Segment | undefined> {
    return this.all.get(segmentId);
  }

  async save(next: Segment): Promise<boolean> {
    if (this.all.get(next.segmentId)?.version !== next.version - 1) return false;
    this.all.set(next.segmentId, next);
    return true;
  }

  async remove(segmentId: string, version: number): Promise<boolean> {
    const known = this.all.get(segmentId);
    if (known !== undefined && known.version !== version) return false;
    this.all.delete(segmentId);
    return true;
  }

  async page({ limit, named = '' }: NamedPageRequest): Promise<Page<Segment>> {
    const found = [...this.all.values()].filter((segment) => isCalled(segment, named));
    return { items: found.toReversed().slice(0, limit) };
  }
}
