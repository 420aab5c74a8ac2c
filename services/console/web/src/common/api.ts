import createClient from 'openapi-fetch';
import { useEffect } from 'react';

import type { paths as AudiencePaths } from '../api/audience.d.ts';
import type { paths as CampaignsPaths } from '../api/campaigns.d.ts';
import type { paths as ConsolePaths } from '../api/console.d.ts';
import type { paths as DispatchPaths } from '../api/dispatch.d.ts';
import type { paths as FeedbackPaths } from '../api/feedback.d.ts';
import { type ApiProblem, problemOf } from './problem.ts';
import { prepareProblemWords } from './problems/problem-words.ts';

interface Access {
  /** The token to ask with now. */
  token(): Promise<string>;
}

const bearer: { access: Access | undefined; isRefused: () => void } = { access: undefined, isRefused: () => undefined };

/** Tells the API who asks, and what to do when the services do not believe it any more. */
export const useSignedInAs = (access: Access | undefined, whenRefused: () => void): void => {
  // Before any child asks: effects of children run first.
  bearer.access = access;
  useEffect(() => {
    bearer.isRefused = whenRefused;
  }, [whenRefused]);
};

const askService = async (request: Request): Promise<Response> => {
  if (bearer.access !== undefined) request.headers.set('authorization', `Bearer ${await bearer.access.token()}`);
  const response = await fetch(request);
  if (response.status === 401) bearer.isRefused();
  return response;
};

const settings = { baseUrl: location.origin, fetch: askService };

/** The services' HTTP APIs, typed by their OpenAPI documents. Use them through {@link ask}. */
export const api = {
  audience: createClient<AudiencePaths>(settings),
  campaigns: createClient<CampaignsPaths>(settings),
  console: createClient<ConsolePaths>(settings),
  dispatch: createClient<DispatchPaths>(settings),
  feedback: createClient<FeedbackPaths>(settings),
};

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a good answer.
 * @throws {ApiProblem} for every other one, and where no answer comes at all
 * @example
 * const lists = await ask(api.audience.GET('/api/audience/lists'));
 */
export const ask = async <Data>(asking: Promise<Answer<Data>>): Promise<NonNullable<Data>> =>
  (await askWithHeaders(asking)).data;

/** The body and the version (`ETag`) of what was read, to be handed back as `If-Match` when it is changed. */
export const askVersioned = async <Data>(
  asking: Promise<Answer<Data>>,
): Promise<{ readonly data: NonNullable<Data>; readonly version: string }> => {
  const { data, response } = await askWithHeaders(asking);
  return { data, version: response.headers.get('etag') ?? '' };
};

/** For answers without a body. @throws {ApiProblem} */
export const tell = async (asking: Promise<Answer<unknown>>): Promise<void> => {
  const { error, response } = await asking.catch(unreachable);
  if (!response.ok) throw await problemIn(response, error);
};

const askWithHeaders = async <Data>(asking: Promise<Answer<Data>>) => {
  const { data, error, response } = await asking.catch(unreachable);
  if (!response.ok || data === undefined || data === null) throw await problemIn(response, error);
  return { data, response };
};

/** The words for it come first, so that whoever shows it has them. */
const problemIn = async ({ status }: Response, body: unknown): Promise<ApiProblem> => {
  await prepareProblemWords();
  return problemOf(status, body);
};

const unreachable = (): never => {
  throw problemOf(0, undefined);
};
