import { compileCondition } from './adapters/compile-condition.ts';
import { DynamoConsents } from './adapters/dynamo-consents.ts';
import { DynamoContacts } from './adapters/dynamo-contacts.ts';
import { DynamoErasures } from './adapters/dynamo-erasures.ts';
import { DynamoKnownFields } from './adapters/dynamo-known-fields.ts';
import { DynamoListCounts } from './adapters/dynamo-list-counts.ts';
import { DynamoLists } from './adapters/dynamo-lists.ts';
import { DynamoMembers } from './adapters/dynamo-members.ts';
import { DynamoRecipientContacts } from './adapters/dynamo-recipient-contacts.ts';
import { DynamoSegments } from './adapters/dynamo-segments.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makePreviewAudience } from './application/segments/preview-audience.ts';
import { makeChangeSegment, makeCreateSegment, makeDeleteSegment } from './application/segments/segments.ts';
import { clock, document, httpEdge } from './composition.ts';
import * as config from './config.ts';

/** For the functions that keep segments. */
export const composeSegments = () => {
  const table = document(config.loadTablesConfig().TABLE_NAME);
  const segments = new DynamoSegments(table);
  const needs = { segments, fields: new DynamoKnownFields(table), lists: new DynamoLists(table), clock };
  return {
    edge: httpEdge(),
    segments,
    createSegment: makeCreateSegment({ ...needs, ids: timeOrderedIds(clock.now) }),
    changeSegment: makeChangeSegment(needs),
    deleteSegment: makeDeleteSegment(needs),
  };
};

/** For the function that counts who would be mailed. */
export const composePreview = () => {
  const table = document(config.loadTablesConfig().TABLE_NAME);
  const previewAudience = makePreviewAudience({
    segments: new DynamoSegments(table),
    fields: new DynamoKnownFields(table),
    lists: new DynamoLists(table),
    contacts: new DynamoContacts(table),
    counts: new DynamoListCounts(table),
    compile: compileCondition,
    readers: {
      members: new DynamoMembers(table),
      consents: new DynamoConsents(table),
      contacts: new DynamoRecipientContacts(table),
      erasures: new DynamoErasures(table),
    },
    clock,
  });
  return { edge: httpEdge(), previewAudience };
};
