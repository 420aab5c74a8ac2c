import { domainToASCII } from 'node:url';

import { S3Bucket, SnsApi, SnsEvents, SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { EventAnnouncements } from './adapters/announcements.ts';
import { contactIdOf } from './adapters/contact-id.ts';
import { DynamoAttributes } from './adapters/dynamo-attributes.ts';
import { DynamoConsentHistory } from './adapters/dynamo-consent-history.ts';
import { DynamoConsents } from './adapters/dynamo-consents.ts';
import { DynamoContacts } from './adapters/dynamo-contacts.ts';
import { DynamoErasures } from './adapters/dynamo-erasures.ts';
import { DynamoLists } from './adapters/dynamo-lists.ts';
import { DynamoMembers } from './adapters/dynamo-members.ts';
import { DynamoSigningKeys } from './adapters/dynamo-signing-keys.ts';
import { DynamoForms } from './adapters/forms/dynamo-forms.ts';
import { DynamoLimits } from './adapters/forms/dynamo-limits.ts';
import { DynamoSubmissions } from './adapters/forms/dynamo-submissions.ts';
import { HmacConfirmationTokens } from './adapters/forms/hmac-confirmation-tokens.ts';
import { S3ConfirmationMails } from './adapters/forms/s3-confirmation-mails.ts';
import { ConfirmationEvents, SqsSubscriptionCommands } from './adapters/forms/subscription-messages.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makeChangeConsent } from './application/change-consent.ts';
import { makeConfirmSubscription, makeRequestSubscription, makeShowConfirmation } from './application/forms/confirm.ts';
import { makeCreateForm, makeDeleteForm, makeEditForm } from './application/forms/forms.ts';
import { makeSubmitForm } from './application/forms/submit-form.ts';
import { makeSubscribe } from './application/forms/subscribe.ts';
import { makeTakeSubmission } from './application/forms/take-submission.ts';
import { makeUpsertContacts } from './application/upsert-contacts.ts';
import { clock, document, httpEdge, queueEdge } from './composition.ts';
import * as config from './config.ts';
import { audienceUrlOf } from './public-addresses.ts';

const ids = timeOrderedIds(clock.now);

/** For the functions that answer the team about forms. */
export const composeForms = () => {
  const settings = config.loadFormsConfig();
  const table = document(settings.TABLE_NAME);
  const forms = new DynamoForms(table);
  const lists = new DynamoLists(table);
  const needs = { forms, lists, toAscii: domainToASCII, ids, clock };
  const submissionsUrlOf = (formId: string) => `${audienceUrlOf(settings)}/forms/${formId}/submissions`;
  return {
    edge: httpEdge(),
    forms,
    reading: { forms, lists, submissionsUrlOf },
    createForm: makeCreateForm(needs),
    editForm: makeEditForm(needs),
    deleteForm: makeDeleteForm(needs),
  };
};

/** For the functions that websites call. */
export const composeFormTaker = () => {
  const { TABLE_NAME, SUBSCRIPTIONS_QUEUE_URL, PROXIES, EDGE_KEY } = config.loadFormTakerConfig();
  const table = document(TABLE_NAME);
  const forms = new DynamoForms(table);
  const submit = makeSubmitForm({
    lists: new DynamoLists(table),
    attributes: new DynamoAttributes(table),
    submissions: new DynamoSubmissions(table),
    limits: new DynamoLimits(table, clock),
    commands: new SqsSubscriptionCommands(new SqsCommands(new SqsApi(), SUBSCRIPTIONS_QUEUE_URL), clock),
    toAscii: domainToASCII,
    contactIdOf,
    ids,
    clock,
  });
  return { edge: httpEdge(), forms, taking: { forms, submit, before: { proxies: PROXIES, edgeKey: EDGE_KEY } } };
};

/** For the page behind the link of a confirmation mail. */
export const composeConfirmations = () => {
  const { TABLE_NAME, SUBSCRIPTIONS_QUEUE_URL } = config.loadConfirmationsConfig();
  const table = document(TABLE_NAME);
  const showConfirmation = makeShowConfirmation({
    tokens: new HmacConfirmationTokens(new DynamoSigningKeys(table, clock), clock),
    submissions: new DynamoSubmissions(table),
    lists: new DynamoLists(table),
  });
  const commands = new SqsSubscriptionCommands(new SqsCommands(new SqsApi(), SUBSCRIPTIONS_QUEUE_URL), clock);
  const requestSubscription = makeRequestSubscription({ showConfirmation, commands, clock });
  return { edge: httpEdge(), showConfirmation, confirming: { showConfirmation, requestSubscription } };
};

/** For the function that asks mailboxes, and puts those who confirm on their list. */
export const composeSubscriber = () => {
  const settings = config.loadSubscriberConfig();
  const table = document(settings.TABLE_NAME);
  const events = new SnsEvents(new SnsApi(), settings.TOPIC_ARN);
  const contacts = new DynamoContacts(table);
  const consents = new DynamoConsents(table);
  const erasures = new DynamoErasures(table);
  const submissions = new DynamoSubmissions(table);
  const subscribe = makeSubscribe({
    contacts,
    consents,
    returns: erasures,
    upsertContacts: makeUpsertContacts({ contacts, members: new DynamoMembers(table) }),
    changeConsent: makeChangeConsent({
      consents,
      history: new DynamoConsentHistory(table),
      erasures,
      announcements: new EventAnnouncements(events, clock),
    }),
  });
  const takeSubmission = makeTakeSubmission({
    submissions,
    forms: new DynamoForms(table),
    lists: new DynamoLists(table),
    contacts,
    consents,
    erasures,
    limits: new DynamoLimits(table, clock),
    tokens: new HmacConfirmationTokens(new DynamoSigningKeys(table, clock), clock),
    mails: new S3ConfirmationMails(new S3Bucket(settings.BUCKET_NAME), `${audienceUrlOf(settings)}/confirmations/`),
    announcements: new ConfirmationEvents(events, clock),
    subscribe,
  });
  const confirmSubscription = makeConfirmSubscription({ submissions, subscribe });
  return { edge: queueEdge(settings.SUBSCRIPTIONS_DLQ_URL), useCases: { takeSubmission, confirmSubscription } };
};
