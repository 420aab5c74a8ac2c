import type { Deed } from './deed.ts';

/** What every route is that changes something. A test holds it against the services' own documents. */
export const DEED_NAMES = {
  'POST /api/campaigns/campaigns': 'campaign.planned',
  'PUT /api/campaigns/campaigns/{campaignId}': 'campaign.changed',
  'DELETE /api/campaigns/campaigns/{campaignId}': 'campaign.deleted',
  'POST /api/campaigns/campaigns/{campaignId}/test-sends': 'campaign.tested',
  'POST /api/campaigns/campaigns/{campaignId}/launch': 'campaign.launched',
  'POST /api/campaigns/campaigns/{campaignId}/schedule': 'campaign.scheduled',
  'DELETE /api/campaigns/campaigns/{campaignId}/schedule': 'campaign.unscheduled',
  'POST /api/campaigns/templates': 'template.made',
  'PUT /api/campaigns/templates/{templateId}': 'template.changed',
  'DELETE /api/campaigns/templates/{templateId}': 'template.deleted',
  'POST /api/campaigns/templates/{templateId}/test-sends': 'template.tested',
  'POST /api/campaigns/media': 'file.uploaded',
  'DELETE /api/campaigns/media/{mediaId}': 'file.deleted',
  'POST /api/campaigns/images': 'picture.uploaded',
  'DELETE /api/campaigns/images/{imageId}': 'picture.deleted',
  'PUT /api/campaigns/senders/{senderId}': 'sender.kept',
  'DELETE /api/campaigns/senders/{senderId}': 'sender.deleted',
  'POST /api/audience/lists': 'list.made',
  'PUT /api/audience/lists/{listId}/brand': 'list.dressed',
  'POST /api/audience/lists/{listId}/recount': 'list.recounted',
  'POST /api/audience/contacts': 'contact.added',
  'PUT /api/audience/contacts/{contactId}': 'contact.changed',
  'DELETE /api/audience/contacts/{contactId}': 'contact.erased',
  'POST /api/audience/contacts/{contactId}/exports': 'contact.gathered',
  'POST /api/audience/contacts/{contactId}/unsubscribe': 'contact.unsubscribed',
  'POST /api/audience/contacts/{contactId}/resubscribe': 'contact.resubscribed',
  'POST /api/audience/imports': 'import.announced',
  'POST /api/audience/imports/{importId}/start': 'import.started',
  'POST /api/audience/imports/{importId}/cancel': 'import.stopped',
  'POST /api/audience/imports/{importId}/replay': 'import.replayed',
  'POST /api/audience/segments': 'segment.made',
  'PUT /api/audience/segments/{segmentId}': 'segment.changed',
  'DELETE /api/audience/segments/{segmentId}': 'segment.deleted',
  'POST /api/audience/forms': 'form.made',
  'PUT /api/audience/forms/{formId}': 'form.changed',
  'DELETE /api/audience/forms/{formId}': 'form.deleted',
  'POST /api/feedback/runs/{runId}/exports': 'report.exported',
  'POST /api/console/keys': 'key.made',
  'DELETE /api/console/keys/{keyId}': 'key.revoked',
  'POST /api/console/dead-letters/{queue}/redrive': 'letters.redriven',
  'POST /api/console/dead-letters/{queue}/letters/{messageId}/redrive': 'letter.redriven',
  'POST /api/console/dead-letters/{queue}/letters/{messageId}/discard': 'letter.discarded',
} as const;

/** Its last word is what is done. */
export const RUN_DEED = 'POST /api/campaigns/runs/{runId}/{deed}';
const RUN_DEEDS = ['hold', 'resume', 'cancel', 'retry', 'complete'] as const;

const isKnown = (operation: string): operation is keyof typeof DEED_NAMES => Object.hasOwn(DEED_NAMES, operation);

/** What was done, as a person would say it; nothing of what is not known here, such as what only older versions did. */
export const deedNameOf = ({ operation, subject }: Pick<Deed, 'operation' | 'subject'>) => {
  if (isKnown(operation)) return DEED_NAMES[operation];
  const deed = operation === RUN_DEED ? RUN_DEEDS.find((known) => known === subject['deed']) : undefined;
  return deed && (`run.${deed}` as const);
};
