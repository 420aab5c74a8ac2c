import { recipientStateOf } from '../../domain/recipient-state.ts';
import type { Cause, Ledgers } from '../ports.ts';
import type { ExportAnswers, ExportedContact, ExportRequest, SuppressionsOfContact } from './ports.ts';

interface Needs {
  readonly suppressions: SuppressionsOfContact;
  readonly ledgers: Pick<Ledgers, 'read'>;
  readonly answers: ExportAnswers;
}

export type ExportContact = (request: ExportRequest, cause: Cause) => Promise<void>;

const READS_AT_ONCE = 25;

/** Tells what is held of a person: by contact in the first part, and by the places of mailings in each. */
export const makeExportContact =
  ({ suppressions, ledgers, answers }: Needs): ExportContact =>
  async ({ mailings, ...part }, cause) => {
    const states: ExportedContact['mailings'][number][] = [];
    for (let start = 0; start < mailings.length; start += READS_AT_ONCE) {
      const some = mailings.slice(start, start + READS_AT_ONCE);
      const found = await Promise.all(some.map((mailing) => stateOf(ledgers, mailing)));
      states.push(...found.flat());
    }
    const held = part.part === 1 ? await suppressions.of(part.contactId) : [];
    await answers.contactExported({ ...part, suppressions: held, mailings: states }, cause);
  };

/** Of a chunk that was never released nothing is held. */
const stateOf = async (ledgers: Needs['ledgers'], mailing: ExportRequest['mailings'][number]) => {
  const ledger = await ledgers.read(mailing);
  return ledger === undefined ? [] : [{ runId: mailing.runId, state: recipientStateOf(ledger, mailing.offset) }];
};
