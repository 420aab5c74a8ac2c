import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Cause, Clock, Contacts, Ids } from '../ports.ts';
import type { ExportCommands, Exports } from './ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly exports: Pick<Exports, 'begin'>;
  readonly commands: ExportCommands;
  readonly ids: Ids;
  readonly clock: Clock;
}

export type RequestExport = (
  contactId: string,
  cause: Cause,
) => Promise<Result<{ readonly exportId: string }, { readonly kind: 'contact_not_found' }>>;

/** Begins to gather what every service holds of a person. The queue goes on with it. */
export const makeRequestExport =
  ({ contacts, exports, commands, ids, clock }: Needs): RequestExport =>
  async (contactId, cause) => {
    if (!(await contacts.find([contactId])).has(contactId)) return refuse({ kind: 'contact_not_found' });
    const request = { contactId, exportId: ids.next('exp'), at: clock.now().toISOString() };
    await exports.begin(request);
    await commands.gather(request, cause);
    return succeed({ exportId: request.exportId });
  };
