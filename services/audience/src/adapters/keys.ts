import type { Key } from '@bulkhead/lambda-kit/dynamo';

import type { ExportName } from '../application/export/ports.ts';
import type { Said, Scope } from '../domain/consent.ts';
import type { ContactEvent } from '../domain/contact-event.ts';
import { shardOf } from '../domain/shard.ts';

/** Where everything lies in the table. */
export const listKey = (listId: string): Key => ({ pk: 'lists', sk: listId });

/** Which types the fields of contacts have. */
export const attributeKey = (name: string): Key => ({ pk: 'attributes', sk: name });

/** How the columns of the last file into a list were understood. */
export const columnsKey = (listId: string): Key => ({ pk: 'columns', sk: listId });

/** What fields contacts have. */
export const fieldNameKey = (name: string): Key => ({ pk: 'fields', sk: name });

export const segmentKey = (segmentId: string): Key => ({ pk: 'segments', sk: segmentId });

export const membersPk = (listId: string, shard: number): string => `list#${listId}#${shard}`;
export const memberKey = (listId: string, contactId: string): Key => ({
  pk: membersPk(listId, shardOf(contactId)),
  sk: contactId,
});

/** What a list comes to: counters that are added up, and what recounting had to mend. */
export const CORRECTIONS = 'corrections';
export const countsPk = (listId: string): string => `counts#${listId}`;
export const countKey = (listId: string, slot: number): Key => ({ pk: countsPk(listId), sk: String(slot) });
export const correctionsKey = (listId: string): Key => ({ pk: countsPk(listId), sk: CORRECTIONS });

export const contactKey = (contactId: string): Key => ({ pk: `contact#${contactId}`, sk: 'profile' });
export const contactIdOfPk = (pk: string): string => pk.slice('contact#'.length);

/** Where contacts are found by how their address begins. Only profiles are in it. */
export const ADDRESSES_INDEX = 'gsi1';
export const addressesPk = (shard: number): string => `address#${shard}`;

/** Consents lie by scope, not by contact: a snapshot reads those who left in one go, shard by shard. */
export const consentsPk = (scope: Scope, shard: number): string =>
  `consent#${scope.kind === 'list' ? scope.listId : 'everything'}#${shard}`;
export const consentKey = (scope: Scope, contactId: string): Key => ({
  pk: consentsPk(scope, shardOf(contactId)),
  sk: contactId,
});

/** Whose mails came back for now, and what became of the others since; by shard, for the same reason. */
export const softBouncesPk = (shard: number): string => `soft#${shard}`;
export const softBouncesKey = (contactId: string): Key => ({ pk: softBouncesPk(shardOf(contactId)), sk: contactId });

/** What was ever said about a contact's consent lies beside its profile, in the order of time. */
export const consentEntryPrefix = (contactId: string) =>
  ({ pk: contactKey(contactId).pk, prefix: 'consent#' }) as const;
export const consentEntryKey = (said: Said): Key => {
  const { pk, prefix } = consentEntryPrefix(said.contactId);
  const scope = said.scope.kind === 'list' ? said.scope.listId : 'everything';
  return { pk, sk: `${prefix}${said.at}#${scope}#${said.isSuppressed ? said.reason : 'reinstated'}` };
};

/** What else happened to a contact lies there too, in the order of time. */
export const contactEventKey = (contactId: string, { at, kind }: ContactEvent): Key => ({
  pk: contactKey(contactId).pk,
  sk: `event#${at}#${kind}`,
});

export const importKey = (importId: string): Key => ({ pk: `import#${importId}`, sk: 'import' });
/** Points from a list to its imports; without one, to those into all lists. */
export const importsPk = (listId?: string): string => (listId === undefined ? 'imports' : `imports#${listId}`);
export const writtenChunkSk = (attempt: string, chunk: number): string =>
  `chunk#${attempt}#${String(chunk).padStart(5, '0')}`;
/** What the written chunks of an attempt come to. */
export const writtenSk = (attempt: string): string => `written#${attempt}`;

/** Who has been erased, by a keyed hash; its key lies with the other keys. */
export const erasureKey = (hash: string): Key => ({ pk: 'erased', sk: hash });
export const erasureSecretKey: Key = { pk: 'signing-key', sk: 'erasure' };

export const signingKeyKey = (year: number): Key => ({ pk: 'signing-key', sk: `unsubscribe#${year}` });

export const formKey = (formId: string): Key => ({ pk: 'forms', sk: formId });
/** Which submissions name a contact. */
export const submissionsPk = (contactId: string): string => `confirmation#of#${contactId}`;
export const submissionKey = (confirmationId: string): Key => ({
  pk: `confirmation#${confirmationId}`,
  sk: 'submission',
});
/** How often something has been done in a span of time. Goes away by itself. */
export const limitKey = (whom: string, span: string): Key => ({ pk: `limit#${whom}`, sk: span });
export const limitsSecretKey: Key = { pk: 'signing-key', sk: 'limits' };

/** What is being gathered of a person lies beside the profile, and goes with it. */
export const exportKey = ({ contactId, exportId }: ExportName): Key => ({
  pk: contactKey(contactId).pk,
  sk: `export#${exportId}`,
});
export const exportPartSk = (name: ExportName, part: number): string => `${exportKey(name).sk}#asked#${inOrder(part)}`;
export const exportAnswerSk = (name: ExportName, service: string, part: number): string =>
  `${exportKey(name).sk}#${service}#${inOrder(part)}`;
const inOrder = (part: number): string => String(part).padStart(4, '0');
