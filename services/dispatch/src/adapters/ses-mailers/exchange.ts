import type { Agent } from 'node:http';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';

import type { HttpAnswer } from './read-answer.ts';
import type { Pieces } from './write-requests.ts';

export interface HttpPost {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Pieces;
  readonly agent: Agent;
  readonly signal: AbortSignal;
}

/**
 * Posts once and answers when nothing of it is left: either the whole answer has come and the request is closed, or its socket is
 * destroyed.
 * @throws whatever came between
 */
export const post = ({ url, headers, body, agent, signal }: HttpPost): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    let failure: Error = new Error('The connection closed before the answer was whole');
    let answer: HttpAnswer | undefined;
    const fail = (error: Error): void => {
      failure = error;
    };

    const request = send(url, { method: 'POST', headers, agent, signal });
    request.on('response', (response) => {
      const parts: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (part: string) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => {
        answer = { status: response.statusCode ?? 0, body: parts.join('') };
      });
    });
    request.on('error', fail);
    request.on('close', () => (answer === undefined ? reject(failure) : resolve(answer)));
    for (const piece of body.slice(0, -1)) request.write(piece);
    request.end(body.at(-1));
  });
