import * as z from 'zod/mini';

export type Fields = Readonly<Record<string, string>>;

const StoredFields = z.record(z.string(), z.string());

/** Reads a draft that was kept in the tab. */
export const readFields = (stored: unknown): Fields | undefined => {
  const read = z.safeParse(StoredFields, stored);
  return read.success ? read.data : undefined;
};

const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));

/** What the service is sent: what is left out is emptied. */
export const toSave = filled;

/** Whether two states of a form say the same of somebody. */
export const isSame = (one: Fields, other: Fields): boolean => {
  const [mine, theirs] = [filled(one), filled(other)];
  const names = Object.keys(mine);
  return names.length === Object.keys(theirs).length && names.every((name) => mine[name] === theirs[name]);
};

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,63}$/u;

/** Why a field cannot be called so. */
export const nameProblem = (name: string, fields: Fields): 'nameWrong' | 'nameTaken' | undefined => {
  if (!NAME.test(name)) return 'nameWrong';
  return Object.hasOwn(fields, name) ? 'nameTaken' : undefined;
};
