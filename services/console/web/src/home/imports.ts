import type { components } from '../api/audience.d.ts';

type Import = components['schemas']['ImportSummary'];
type Known = Pick<Import, 'importId' | 'listId' | 'status' | 'requestedAt'>;

const RECENT_MS = 7 * 86_400_000;
/** Whoever has just brought a file is looking at its columns. */
const LEFT_ALONE_MS = 10 * 60_000;

/**
 * Imports that go no further until a person looks: they have failed, or nobody has said what their columns mean. What somebody has brought into
 * the same list since has taken their place.
 * @param imports the newest first
 */
export const importsForSomebody = <One extends Known>(imports: readonly One[], now: Date): readonly One[] =>
  imports.filter((one, at) => {
    const age = now.getTime() - Date.parse(one.requestedAt);
    const isLatest = imports.findIndex(({ listId }) => listId === one.listId) === at;
    const isStuck = one.status === 'failed' || (one.status === 'uploaded' && age > LEFT_ALONE_MS);
    return isLatest && isStuck && age < RECENT_MS;
  });
