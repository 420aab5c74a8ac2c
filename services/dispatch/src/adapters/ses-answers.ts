import type { SendAnswer, SuspensionReason } from '../domain/send-answer.ts';

/** An error of the SES client, as far as it matters. */
interface SesError {
  /** SES's error code, without the `Exception` that some carry and some do not. */
  readonly code: string;
  readonly message: string;
  /** 0 where no answer was understood. */
  readonly status: number;
}

/** No connection came about: nothing was handed to anybody. */
const neverConnected = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const throttled = new Set(['Throttling', 'Throttled', 'TooManyRequests', 'RequestThrottled', 'SlowDown']);
const expired = new Set(['RequestExpired', 'ExpiredToken']);
const refused = new Set(['InvalidParameterValue', 'ValidationError', 'Validation', 'RequestEntityTooLarge']);

const suspensions: Readonly<Record<string, SuspensionReason>> = {
  AccountSendingPaused: 'sending_paused',
  ConfigurationSetSendingPaused: 'sending_paused',
  ConfigurationSetDoesNotExist: 'configuration_missing',
  MailFromDomainNotVerified: 'sender_not_verified',
  FromEmailAddressNotVerified: 'sender_not_verified',
  AccessDenied: 'access_denied',
  NotAuthorized: 'access_denied',
  OptInRequired: 'access_denied',
  UnrecognizedClient: 'access_denied',
  InvalidClientTokenId: 'access_denied',
  MissingAuthenticationToken: 'access_denied',
  IncompleteSignature: 'access_denied',
};

/**
 * Sorts what SES, or the way to it, answered instead of a message id. The only file that knows SES's vocabulary.
 * A 4xx is not "refused": most of them speak of the account, and calling those recipients refused would lose thousands.
 */
export const answerOfError = (error: unknown, mail: { readonly from: string; readonly to: string }): SendAnswer => {
  if (isNeverConnected(error)) return { kind: 'unsent', reason: 'no_connection' };
  const ses = sesErrorIn(error);
  if (ses.code === 'CredentialsProviderError') return { kind: 'not_now', reason: 'no_credentials' };
  if (ses.status < 400 || ses.status >= 500) return { kind: 'unknown', reason: ses.code };

  return answerOfRefusal(ses, mail);
};

const answerOfRefusal = (ses: SesError, mail: { readonly from: string; readonly to: string }): SendAnswer => {
  const { code, message } = ses;
  if (throttled.has(code)) {
    return /daily message quota/i.test(message) ? { kind: 'quota_reached' } : { kind: 'throttled' };
  }
  if (expired.has(code)) return { kind: 'not_now', reason: code };
  if (code === 'SignatureDoesNotMatch') {
    return /signature (expired|not yet current)/i.test(message)
      ? { kind: 'not_now', reason: 'signature_expired' }
      : suspendedBy(ses, 'access_denied');
  }
  const suspension = suspensions[code];
  if (suspension !== undefined) return suspendedBy(ses, suspension);
  if (code === 'MessageRejected') return answerOfRejection(ses, mail);
  if (refused.has(code)) return { kind: 'refused', reason: reasonIn(message) };
  return { kind: 'unknown', reason: code };
};

/** `MessageRejected` is said of messages, of senders and of whole accounts. */
const answerOfRejection = (ses: SesError, { from, to }: { readonly from: string; readonly to: string }): SendAnswer => {
  const message = ses.message.toLowerCase();
  if (message.includes('not verified')) {
    // In the sandbox recipients must be verified too; the message names those who are not.
    const isRecipientOnly = message.includes(to.toLowerCase()) && !message.includes(from.toLowerCase());
    return isRecipientOnly
      ? { kind: 'refused', reason: 'recipient_not_verified' }
      : suspendedBy(ses, 'sender_not_verified');
  }
  if (/sending (suspended|paused)|account.*(suspended|paused|shut down|disabled)/.test(message)) {
    return suspendedBy(ses, 'sending_paused');
  }
  return { kind: 'refused', reason: reasonIn(ses.message) };
};

const suspendedBy = ({ code, message }: SesError, reason: SuspensionReason): SendAnswer => ({
  kind: 'suspended',
  reason,
  message: `${code}: ${withoutAddresses(message)}`,
});

const withoutAddresses = (message: string): string => message.replaceAll(/\S+@\S+/g, '[address]');

const reasonIn = (message: string): string => withoutAddresses(message).slice(0, 100) || 'rejected';

const sesErrorIn = (error: unknown): SesError => {
  const { name = 'unknown', message = '', $metadata } = partsOf(error);
  return {
    code: name.replace(/Exception$/, ''),
    message,
    status: partsOf($metadata).httpStatusCode ?? 0,
  };
};

const isNeverConnected = (error: unknown): boolean => {
  const { errors, code } = partsOf(error);
  // Every address of a name was tried, and each failed in its own way.
  if (errors.length > 0) return errors.every(isNeverConnected);
  return neverConnected.has(code ?? '');
};

const partsOf = (value: unknown) => {
  const field = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const text = (name: string): string | undefined => {
    const found = field(name);
    return typeof found === 'string' ? found : undefined;
  };
  const status = field('httpStatusCode');
  const errors = field('errors');

  return {
    name: text('name'),
    message: text('message'),
    code: text('code'),
    errors: Array.isArray(errors) ? errors : [],
    $metadata: field('$metadata'),
    httpStatusCode: typeof status === 'number' ? status : undefined,
  };
};
