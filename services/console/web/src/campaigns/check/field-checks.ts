import type { Heard } from './heard.ts';
import type { OwnCheck } from './own-check.ts';

/** How many of an audience have no value, by field. */
export interface Values {
  readonly count: number;
  /** False where it was reckoned from a part of them. */
  readonly isExact: boolean;
  readonly missing: Readonly<Record<string, number>>;
}

export interface KnownFields {
  /** The merge fields that the template uses. */
  readonly fields: Heard<readonly string[]>;
  /** What those who get the mail have of them. */
  readonly values: Heard<Values>;
  /** Those that the template writes without a default. */
  readonly bare: Heard<ReadonlySet<string>>;
}

/** Whether the mail says something to everybody where it speaks of them. */
export const fieldChecks = ({ fields, values, bare }: KnownFields): readonly OwnCheck[] => {
  if (typeof fields === 'object' && fields.length === 0) return [fieldsAre('ok', 'none')];
  if (typeof fields === 'object' && typeof values === 'object' && typeof bare === 'object') {
    if (values.count === 0) return [fieldsAre('ok', 'nobody')];
    return [knownCheck(fields, values, bare), gapsCheck(fields, values, bare)];
  }
  const hasFailed = [fields, values, bare].some((one) => one === 'failed');
  return [hasFailed ? fieldsAre('warn', 'failed') : fieldsAre('pending', 'pending')];
};

const fieldsAre = (level: OwnCheck['level'], found: string, fields: readonly string[] = []): OwnCheck => ({
  id: 'merge_fields',
  level,
  found,
  data: fields.length === 0 ? {} : { fields: fields.join(', ') },
  ...(fields[0] !== undefined && { field: fields[0] }),
});

const missingOf = ({ missing }: Values, field: string): number => missing[field] ?? 0;

/** A field that nobody has is misspelt more often than not, also where the template has a default for it. Of a part of them it can only be told that it is rare. */
const knownCheck = (fields: readonly string[], values: Values, bare: ReadonlySet<string>): OwnCheck => {
  const unknown = fields.filter((field) => missingOf(values, field) >= values.count);
  if (unknown.length === 0) return fieldsAre('ok', 'known', fields);
  if (!values.isExact) return fieldsAre('warn', 'rare', unknown);
  return fieldsAre('warn', unknown.some((field) => bare.has(field)) ? 'unknown' : 'defaulted', unknown);
};

const gapsCheck = (fields: readonly string[], values: Values, bare: ReadonlySet<string>): OwnCheck => {
  const gaps = fields.flatMap((field) => {
    const missing = missingOf(values, field);
    return missing > 0 && missing < values.count ? [{ field, missing, of: values.count }] : [];
  });
  const open = gaps.filter(({ field }) => bare.has(field));
  const [first] = open;
  if (first === undefined)
    return { id: 'merge_gaps', level: 'ok', found: gaps.length > 0 ? 'covered' : 'full', data: {}, gaps };
  const found = values.isExact ? 'some' : 'about';
  return { id: 'merge_gaps', level: 'warn', found, data: {}, gaps: open, field: first.field };
};
