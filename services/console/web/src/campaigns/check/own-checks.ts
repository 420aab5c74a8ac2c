import type { Check } from '../campaign.ts';
import type { Heard } from './heard.ts';

export type OwnCheckId = 'audience' | 'merge_fields' | 'one_click';
export type Level = Check['level'] | 'pending';

/** Something that the console has found out by asking several services. */
export interface OwnCheck {
  readonly id: OwnCheckId;
  readonly level: Level;
  readonly found: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Known {
  readonly recipients: Heard<number>;
  /** The merge fields that the template uses. */
  readonly fields: Heard<readonly string[]>;
  /** The fields that contacts have, as audience knows them. */
  readonly attributes: Heard<readonly string[]>;
  /** Whether the link that every mail brings along has answered as it must. */
  readonly oneClick: Heard<boolean>;
}

export const ownChecks = (known: Known): readonly OwnCheck[] => [
  audienceCheck(known),
  mergeFieldsCheck(known),
  oneClickCheck(known),
];

const audienceCheck = ({ recipients }: Known): OwnCheck => {
  if (recipients === undefined) return { id: 'audience', level: 'pending', found: 'pending', data: {} };
  if (recipients === 'failed') return { id: 'audience', level: 'warn', found: 'failed', data: {} };
  return recipients === 0
    ? { id: 'audience', level: 'stop', found: 'nobody', data: {} }
    : { id: 'audience', level: 'ok', found: 'some', data: { count: recipients } };
};

const mergeFieldsCheck = ({ fields, attributes }: Known): OwnCheck => {
  if (fields === 'failed' || attributes === 'failed')
    return { id: 'merge_fields', level: 'warn', found: 'failed', data: {} };
  if (fields === undefined || attributes === undefined)
    return { id: 'merge_fields', level: 'pending', found: 'pending', data: {} };
  if (fields.length === 0) return { id: 'merge_fields', level: 'ok', found: 'none', data: {} };
  const unknown = fields.filter((field) => !attributes.includes(field));
  return unknown.length === 0
    ? { id: 'merge_fields', level: 'ok', found: 'known', data: { fields: fields.join(', ') } }
    : { id: 'merge_fields', level: 'warn', found: 'unknown', data: { fields: unknown.join(', ') } };
};

const oneClickCheck = ({ oneClick }: Known): OwnCheck => {
  if (oneClick === undefined) return { id: 'one_click', level: 'pending', found: 'pending', data: {} };
  if (oneClick === 'failed') return { id: 'one_click', level: 'warn', found: 'failed', data: {} };
  return oneClick
    ? { id: 'one_click', level: 'ok', found: 'works', data: {} }
    : { id: 'one_click', level: 'stop', found: 'broken', data: {} };
};
