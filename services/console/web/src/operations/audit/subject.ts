const KINDS = [
  'campaignId',
  'runId',
  'templateId',
  'listId',
  'segmentId',
  'importId',
  'contactId',
  'formId',
  'imageId',
  'mediaId',
  'senderId',
  'testId',
  'keyId',
  'exportId',
  'queue',
  'messageId',
] as const;

/** What an id is the id of, if the console has a word for it. */
export const kindOf = (name: string) => KINDS.find((known) => known === name);

const PAGES = {
  campaignId: '/campaigns/$campaignId',
  runId: '/runs/$runId',
  templateId: '/content/templates/$templateId',
  listId: '/audience/lists/$listId',
  segmentId: '/audience/segments/$segmentId',
  importId: '/audience/imports/$importId',
  contactId: '/audience/contacts/$contactId',
  formId: '/audience/forms/$formId',
} as const;

const hasPage = (name: string): name is keyof typeof PAGES => Object.hasOwn(PAGES, name);

/** The page that shows it; of much there is none. */
export const pageOf = (name: string) => (hasPage(name) ? PAGES[name] : undefined);
