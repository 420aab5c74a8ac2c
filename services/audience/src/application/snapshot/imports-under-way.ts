import { isUnderWay } from '../../domain/confirm-import.ts';
import { filesOf, type Import, isExpired } from '../../domain/import.ts';
import type { Imports, Uploads } from '../import-ports.ts';
import type { Clock } from '../ports.ts';

interface Needs {
  readonly imports: Pick<Imports, 'find' | 'page'>;
  readonly uploads: Pick<Uploads, 'find'>;
  readonly clock: Clock;
}

/** Imports that are adding to lists, as of now. */
export interface ImportsUnderWay {
  into(lists: readonly string[]): Promise<readonly Import[]>;
  among(importIds: readonly string[]): Promise<readonly Import[]>;
}

/** As long as uploads are kept: what was asked for earlier can neither be read nor be read again. */
const UPLOADS_KEPT_MS = 90 * 86_400_000;
const PAGE = 100;
/** More than a list has at one time. */
const MOST = 1_000;

/**
 * Finds imports that are under way by reading those of the last 90 days, newest first: a read unit each, once a launch.
 * A mark at the list would be cheaper to read, and wrong whenever somebody dies between the import and its mark.
 */
export const makeImportsUnderWay = (needs: Needs): ImportsUnderWay => {
  const { imports, clock } = needs;

  const intoOne = async (listId: string): Promise<readonly Import[]> => {
    const oldest = new Date(clock.now().getTime() - UPLOADS_KEPT_MS).toISOString();
    const found: Import[] = [];
    let cursor: string | undefined;
    do {
      const page = await imports.page(listId, { limit: PAGE, cursor });
      found.push(...(await underWay(needs, page.items)));
      cursor = page.items.some(({ requestedAt }) => requestedAt < oldest) ? undefined : page.cursor;
    } while (cursor !== undefined);
    return found;
  };

  return {
    into: async (lists) => (await Promise.all([...new Set(lists)].map(intoOne))).flat().slice(0, MOST),
    among: async (importIds) => {
      const found = await Promise.all(importIds.map((importId) => imports.find(importId)));
      return underWay(
        needs,
        found.flatMap((one) => one ?? []),
      );
    },
  };
};

/** Files that have all arrived and that nobody has begun to read are under way, too: S3 has told, or is about to. */
const underWay = async ({ uploads, clock }: Needs, imports: readonly Import[]): Promise<readonly Import[]> => {
  const now = clock.now();
  const isOpen = async (one: Import): Promise<boolean> => {
    if (one.progress.status !== 'awaiting_upload') return isUnderWay(one);
    if (one.start === 'when_confirmed' || isExpired(one, now)) return false;
    const found = await Promise.all(filesOf(one).map((_, n) => uploads.find(one.importId, n + 1)));
    return !found.includes(undefined);
  };
  const open = await Promise.all(imports.map(isOpen));
  return imports.filter((_, n) => open[n]);
};
