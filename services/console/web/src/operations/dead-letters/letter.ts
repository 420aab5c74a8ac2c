import type { components } from '../../api/console.d.ts';

export type Letter = components['schemas']['DeadLetter'];
export type LetterPage = components['schemas']['DeadLetterPage'];
export type Queue = components['schemas']['DeadLetterQueue'];

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What kind of message it is, where it says so. */
export const typeOf = (body: string): string | undefined => {
  const json = jsonOrUndefined(body);
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
  return typeof type === 'string' ? type : undefined;
};

/** A body as people can read it: JSON on several lines, anything else as it came. */
export const readable = (body: string): string => {
  const json = jsonOrUndefined(body);
  return json === undefined ? body : JSON.stringify(json, null, 2);
};

/** Queues in which something waits, the fullest first. */
export const filledOf = (queues: readonly Queue[]): readonly Queue[] =>
  queues
    .filter(({ messages, hidden }) => messages + hidden > 0)
    .toSorted((a, b) => b.messages + b.hidden - (a.messages + a.hidden));
