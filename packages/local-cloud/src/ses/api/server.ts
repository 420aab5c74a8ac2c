import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Clock } from '../clock.ts';
import type { Faults, RequestFault } from '../faults.ts';
import type { Log } from '../log.ts';
import type { Action } from './actions.ts';
import { Form } from './form.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { invalidParameter, Refusal, throttled } from './refusal.ts';
import { callerOf } from './signature.ts';
import { answerXml, refusalXml } from './xml.ts';

interface Api {
  readonly actions: ReadonlyMap<string, Action>;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly log: Log;
}

/** 10 MB of message are 14 in base64, and a little more where that is escaped in the form. */
const MAX_BODY_BYTES = 24 * 1024 * 1024;

const NO_FAULT: RequestFault = { kind: 'none', delayMs: 0 };

const internalFailure = (): Refusal =>
  new Refusal({ code: 'InternalFailure', message: 'The request processing has failed on purpose.', status: 500 });

const unavailable = (): Refusal =>
  new Refusal({ code: 'ServiceUnavailable', message: 'Service is unavailable on purpose.', status: 503 });

const respond = (response: ServerResponse, status: number, xml: string): void => {
  response.writeHead(status, { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(xml) }).end(xml);
};

const readForm = async (request: IncomingMessage): Promise<Form> => {
  try {
    return new Form((await readBody(request, MAX_BODY_BYTES)).toString('latin1'));
  } catch (error) {
    if (error instanceof BodyTooLarge) throw invalidParameter(error.message);
    throw error;
  }
};

const actionOf = ({ actions }: Api, form: Form): Action => {
  const name = form.text('Action');
  const action = actions.get(name ?? '');
  if (action !== undefined) return action;

  throw new Refusal({
    code: name === undefined ? 'MissingAction' : 'InvalidAction',
    message: `Could not find operation ${name ?? ''} here. There are ${[...actions.keys()].join(', ')}.`,
  });
};

const wait = (clock: Clock, ms: number): Promise<void> =>
  ms === 0 ? Promise.resolve() : new Promise((resolve) => clock.after(ms, resolve));

/** Runs the action, with the fault before, after or instead of it. Answers nothing if the connection was cut. */
const perform = async (api: Api, request: IncomingMessage, requestId: string): Promise<string | undefined> => {
  const form = await readForm(request);
  const action = actionOf(api, form);
  const callerIdentity = callerOf(request.headers, api.clock.now());
  const fault = action.isSending ? api.faults.forRequest() : NO_FAULT;
  await wait(api.clock, fault.delayMs);
  if (fault.kind === 'throttle') throw throttled('Maximum sending rate exceeded.');
  if (fault.kind === 'fail_before_accept') throw unavailable();

  const fields = action.run({ form, callerIdentity, sourceIp: request.socket.remoteAddress ?? '127.0.0.1' });
  if (fault.kind === 'fail_after_accept') throw internalFailure();
  if (fault.kind === 'drop_after_accept') {
    request.socket.destroy();
    return undefined;
  }
  return answerXml(action.name, fields, requestId);
};

const refusalOf = (error: unknown, log: Log): Refusal => {
  if (error instanceof Refusal) return error;
  log.error('ses_request_failed', { error: error instanceof Error ? `${error.stack}` : 'unknown' });
  return new Refusal({ code: 'InternalFailure', message: 'The SES simulator failed; its log says why.', status: 500 });
};

/** The SES query API over HTTP, as `@aws-sdk/client-ses` speaks it. Not yet listening. */
export const createApiServer = (api: Api): Server => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    response.setHeader('x-amzn-requestid', requestId);
    try {
      const xml = await perform(api, request, requestId);
      if (xml !== undefined) respond(response, 200, xml);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      const refusal = refusalOf(error, api.log);
      respond(response, refusal.status, refusalXml(refusal, requestId));
    }
  };

  return createServer((request, response) => void answer(request, response));
};
