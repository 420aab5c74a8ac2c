import type { MailPage, Message, SummaryAnswer } from '../answers.ts';
import { isMailPage, isMessage, isProblem, isSummary } from './answer-shapes.ts';
import type { Shape } from './shape.ts';

/** What the list is asked for. */
export interface Asked {
  readonly search: string;
  readonly run: string;
  readonly limit: number;
}

const ROOT = '/mailbox/api';

const answered = async (response: Response): Promise<Response> => {
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  throw new Error(isProblem(problem) ? problem.detail : `The mailbox answered ${response.status}.`);
};

const getJson = async <Answer>(path: string, isAnswer: Shape<Answer>, signal?: AbortSignal): Promise<Answer> => {
  const response = await answered(await fetch(`${ROOT}${path}`, { signal: signal ?? null }));
  const answer: unknown = await response.json();
  if (!isAnswer(answer)) throw new Error('The mailbox answered what this page does not know. Reload the page.');
  return answer;
};

const query = (values: Readonly<Record<string, string | number>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};

export const listMessages = ({ search, run, limit }: Asked, signal: AbortSignal): Promise<MailPage> =>
  getJson(`/messages?${query({ search, run, limit })}`, isMailPage, signal);

export const readMessage = (id: string): Promise<Message> => getJson(`/messages/${id}`, isMessage);

export const rawUrl = (id: string): string => `${ROOT}/messages/${id}/raw`;

export const readSource = async (id: string): Promise<string> => (await answered(await fetch(rawUrl(id)))).text();

export const readSummary = (run: string): Promise<SummaryAnswer> => getJson(`/summary?${query({ run })}`, isSummary);

export const deleteMessages = async (): Promise<void> => {
  await answered(await fetch(`${ROOT}/messages`, { method: 'DELETE' }));
};

export const attachmentUrl = (id: string, index: number): string => `${ROOT}/messages/${id}/attachments/${index}`;
