import { cut } from '../../domain/chunks.ts';
import type { Cause } from '../ports.ts';
import type { FindMailings } from './find-mailings.ts';
import type { ExportAnnouncements, ExportName, Exports } from './ports.ts';

interface Needs {
  readonly exports: Pick<Exports, 'find' | 'fix'>;
  readonly findMailings: FindMailings;
  readonly announcements: ExportAnnouncements;
}

export type AskOthers = (name: ExportName, cause: Cause) => Promise<void>;

/** As many as a message may hold, with the answers to it. */
const MAILINGS_A_PART = 500;

/**
 * Asks the others what they hold of a person: by contact, and by the places that the person has in the snapshots of runs. What is asked is
 * fixed first, so that whoever dies is followed by the same questions. Of an export that is gone with its person nothing is asked.
 */
export const makeAskOthers =
  ({ exports, findMailings, announcements }: Needs): AskOthers =>
  async (name, cause) => {
    const begun = await exports.find(name);
    if (begun === undefined) return;
    if (begun.parts === undefined) {
      const mailings = await findMailings(name.contactId);
      // Whoever was never mailed is asked about all the same: something may be held by contact.
      await exports.fix(name, mailings.length === 0 ? [[]] : cut(mailings, MAILINGS_A_PART));
    }
    const { at, parts = [] } = (await exports.find(name)) ?? begun;
    for (const [n, mailings] of parts.entries()) {
      await announcements.exportRequested({ ...name, at, part: n + 1, parts: parts.length, mailings }, cause);
    }
  };
