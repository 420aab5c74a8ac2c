import type { Check } from '../campaign.ts';

export type OwnCheckId = 'audience' | 'merge_fields' | 'merge_gaps' | 'letterhead' | 'one_click';
export type Level = Check['level'] | 'pending';

/** A field that some people have no value for. */
export interface Gap {
  readonly field: string;
  readonly missing: number;
  readonly of: number;
}

/** Something that the console has found out by asking several services. */
export interface OwnCheck {
  readonly id: OwnCheckId;
  readonly level: Level;
  readonly found: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly gaps?: readonly Gap[];
  /** The field to show in an example. */
  readonly field?: string;
}
