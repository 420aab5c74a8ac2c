import type { Account } from '../account/account.ts';
import { compose } from '../message/compose.ts';
import type { Submission } from '../message/submission.ts';
import type { Form } from './form.ts';
import type { Identities } from './identities.ts';
import { Refusal } from './refusal.ts';
import type { Fields } from './xml.ts';

interface Call {
  readonly form: Form;
  readonly sourceIp: string;
  readonly callerIdentity: string;
}

/** One action of the query API. */
export interface Action {
  readonly name: string;
  /** Sending is what faults on purpose are for. */
  readonly isSending: boolean;
  readonly run: (call: Call) => Fields;
}

const missing = (name: string): Refusal =>
  new Refusal({
    code: 'MissingParameter',
    message: `Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  });

const required = (form: Form, name: string): string => {
  const value = form.text(name);
  if (value === undefined) throw missing(name);
  return value;
};

const common = ({ form, sourceIp, callerIdentity }: Call) => ({
  configurationSet: form.text('ConfigurationSetName'),
  tags: form.pairs('Tags'),
  sourceIp,
  callerIdentity,
});

const rawSubmission = (call: Call): Submission => ({
  ...common(call),
  operation: 'SendRawEmail',
  raw: Buffer.from(required(call.form, 'RawMessage.Data'), 'base64'),
  source: call.form.text('Source'),
  destinations: call.form.list('Destinations'),
});

const composedSubmission = (call: Call): Submission => {
  const { form } = call;
  const source = required(form, 'Source');
  const [to, cc, bcc] = ['To', 'Cc', 'Bcc'].map((kind) => form.list(`Destination.${kind}Addresses`));

  return {
    ...common(call),
    operation: 'SendEmail',
    source,
    destinations: [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])],
    raw: compose({
      from: source,
      to: to ?? [],
      cc: cc ?? [],
      replyTo: form.list('ReplyToAddresses'),
      subject: required(form, 'Message.Subject.Data'),
      text: form.text('Message.Body.Text.Data'),
      html: form.text('Message.Body.Html.Data'),
    }),
  };
};

const accountActions = (account: Account): readonly Action[] => [
  {
    name: 'GetSendQuota',
    isSending: false,
    run: () => {
      const { max24HourSend, maxSendRate, sentLast24Hours } = account.quota();
      return { Max24HourSend: max24HourSend, MaxSendRate: maxSendRate, SentLast24Hours: sentLast24Hours };
    },
  },
  {
    name: 'GetAccountSendingEnabled',
    isSending: false,
    run: () => ({ Enabled: account.settings.sendingEnabled }),
  },
  {
    name: 'UpdateAccountSendingEnabled',
    isSending: false,
    run: ({ form }) => {
      account.change({ sendingEnabled: form.text('Enabled') === 'true' });
      return {};
    },
  },
];

const identityActions = (identities: Identities): readonly Action[] => [
  {
    name: 'GetIdentityVerificationAttributes',
    isSending: false,
    run: ({ form }) => ({ VerificationAttributes: identities.verification(form.list('Identities')) }),
  },
  {
    name: 'GetIdentityDkimAttributes',
    isSending: false,
    run: ({ form }) => ({ DkimAttributes: identities.dkim(form.list('Identities')) }),
  },
];

interface Parts {
  readonly account: Account;
  readonly accept: (submission: Submission) => string;
  readonly identities: Identities;
}

/** The part of SES's query API that exists here. */
export const makeActions = ({ account, accept, identities }: Parts): ReadonlyMap<string, Action> => {
  const sending: readonly Action[] = [
    { name: 'SendRawEmail', isSending: true, run: (call) => ({ MessageId: accept(rawSubmission(call)) }) },
    { name: 'SendEmail', isSending: true, run: (call) => ({ MessageId: accept(composedSubmission(call)) }) },
  ];
  const actions = [...sending, ...accountActions(account), ...identityActions(identities)];
  return new Map(actions.map((action) => [action.name, action]));
};
