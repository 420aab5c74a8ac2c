import { StateError } from '../errors.ts';
import { isJsonObject, isRecord, type Json, parseJson } from '../json.ts';

const textOf = (bytes: unknown): string => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : '');

const jsonOrText = (text: string): Json => {
  if (text === '') return null;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
};

/** Encodes the payload of an invocation; without one the function gets an empty object. */
export const encodePayload = ({ Payload = {}, ...others }: Record<string, Json>): Record<string, unknown> => ({
  ...others,
  Payload: Buffer.from(JSON.stringify(Payload)),
});

/** Decodes an invocation's answer. @throws StateError named as the function named its error */
export const decodeInvocation = (answer: unknown): Record<string, unknown> => {
  const { Payload, FunctionError, ...others } = isRecord(answer) ? answer : {};
  const text = textOf(Payload);
  const payload = jsonOrText(text);
  if (FunctionError === undefined) return { ...others, Payload: payload };

  const errorType = isJsonObject(payload) ? payload['errorType'] : undefined;
  throw new StateError(typeof errorType === 'string' && errorType !== '' ? errorType : 'Lambda.Unknown', text);
};
