import { everything, exclusionOf, ofList } from '../domain/consent.ts';
import type { Contact, Fields } from '../domain/contact.ts';
import type { List } from '../domain/list.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { SHARDS } from '../domain/shard.ts';
import type {
  Announcements,
  Cause,
  Clock,
  Consents,
  Contacts,
  Ids,
  Lists,
  Members,
  Recipient,
  SnapshotChunk,
  Snapshots,
  TakenSnapshot,
  UnsubscribeTokens,
} from './ports.ts';

interface Needs {
  readonly lists: Lists;
  readonly members: Members;
  readonly contacts: Contacts;
  readonly consents: Consents;
  readonly snapshots: Snapshots;
  readonly tokens: UnsubscribeTokens;
  readonly announcements: Announcements;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface SnapshotRequest {
  readonly runId: string;
  readonly listId: string;
  readonly fields: readonly string[];
  readonly chunkSize: number;
  readonly firstChunkSize: number;
}

export interface SnapshotProblem {
  readonly kind: 'list_not_found' | 'nobody_to_mail';
}

export type TakeSnapshot = (request: SnapshotRequest, cause: Cause) => Promise<Result<TakenSnapshot, SnapshotProblem>>;

/** How often a long snapshot says that it is still alive. */
const PROGRESS_EVERY_MS = 20_000;

/** What a marketer reads. */
const sentences: Readonly<Record<SnapshotProblem['kind'], string>> = {
  list_not_found: 'The list of this campaign does not exist any more. Make a new campaign with another list.',
  nobody_to_mail:
    'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.',
};

/**
 * Freezes the recipients of a run. A snapshot that has been taken is not taken again: its answer is repeated. A failure
 * is announced and leaves nothing behind that a later request would find: it looks at the list again.
 */
export const makeTakeSnapshot =
  (needs: Needs): TakeSnapshot =>
  async (request, cause) => {
    const { announcements } = needs;
    const { runId } = request;
    const outcome = await findOrTake(needs, request, cause);
    if (outcome.ok) {
      await announcements.snapshotTaken(outcome.value, cause);
      return outcome;
    }
    const { kind: code } = outcome.problem;
    await announcements.snapshotFailed({ runId, code, message: sentences[code] }, cause);
    return outcome;
  };

const findOrTake = async (
  needs: Needs,
  request: SnapshotRequest,
  cause: Cause,
): Promise<Result<TakenSnapshot, SnapshotProblem>> => {
  const taken = await needs.snapshots.find(request.runId);
  if (taken !== undefined) return succeed(taken);
  const list = await needs.lists.find(request.listId);
  if (list === undefined) return refuse({ kind: 'list_not_found' });
  return take(needs, { ...request, list }, cause);
};

const take = async (
  needs: Needs,
  request: SnapshotRequest & { readonly list: List },
  cause: Cause,
): Promise<Result<TakenSnapshot, SnapshotProblem>> => {
  const { snapshots, announcements, clock } = needs;
  const { runId, list, fields } = request;
  const name = { runId, takeId: needs.ids.next('take') };
  const excluded = { unsubscribed: 0, suppressed: 0 };
  const chunks: SnapshotChunk[] = [];
  let recipients = 0;
  let lastSaid = clock.now().getTime();

  for await (const rows of inChunks(recipientsOf(needs, request, excluded), request)) {
    chunks.push(await snapshots.writeChunk(name, chunks.length, rows));
    recipients += rows.length;
    if (clock.now().getTime() - lastSaid < PROGRESS_EVERY_MS) continue;
    lastSaid = clock.now().getTime();
    await announcements.snapshotProgressed(runId, recipients, cause);
  }
  if (recipients === 0) return refuse({ kind: 'nobody_to_mail' });
  return succeed(await snapshots.conclude({ runId, list, fields, chunks, excluded }));
};

/** Everybody on the list who may be mailed, in the order of their ids; counts the others. */
async function* recipientsOf(
  { members, contacts, consents, tokens }: Needs,
  { runId, listId, fields }: SnapshotRequest,
  excluded: { unsubscribed: number; suppressed: number },
): AsyncGenerator<readonly Recipient[]> {
  const sign = await tokens.signer();
  const scope = ofList(listId);
  const toRecipient = ({ contactId, address, fields: known }: Contact): Recipient => ({
    contactId,
    address,
    token: sign({ contactId, scope, runId }),
    fields: only(fields, known),
  });

  for (let shard = 0; shard < SHARDS; shard += 1) {
    const [list, all] = await Promise.all([
      consents.suppressedIn(scope, shard),
      consents.suppressedIn(everything, shard),
    ]);
    for await (const ids of members.inShard(listId, shard)) {
      const mailable = ids.filter((contactId) => {
        const exclusion = exclusionOf(list.get(contactId), all.get(contactId));
        if (exclusion !== undefined) excluded[exclusion] += 1;
        return exclusion === undefined;
      });
      const known = await contacts.find(mailable);
      yield mailable.flatMap((contactId) => known.get(contactId) ?? []).map(toRecipient);
    }
  }
}

const only = (names: readonly string[], fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

async function* inChunks(
  pages: AsyncIterable<readonly Recipient[]>,
  { firstChunkSize, chunkSize }: Pick<SnapshotRequest, 'firstChunkSize' | 'chunkSize'>,
): AsyncGenerator<readonly Recipient[]> {
  let waiting: Recipient[] = [];
  let size = firstChunkSize;
  for await (const page of pages) {
    waiting.push(...page);
    while (waiting.length >= size) {
      yield waiting.slice(0, size);
      waiting = waiting.slice(size);
      size = chunkSize;
    }
  }
  if (waiting.length > 0) yield waiting;
}
