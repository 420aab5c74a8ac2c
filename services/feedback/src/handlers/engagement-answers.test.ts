import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { ReadClients } from '../application/read-clients.ts';
import type { ReadLinks } from '../application/read-links.ts';
import { listClients } from './list-clients.ts';
import { listLinks } from './list-links.ts';

const edge = recordingEdge();
const bodyOf = ({ body = '' }: { readonly body?: string | undefined }) => JSON.parse(body);

describe('GET /api/feedback/runs/{runId}/links', () => {
  const ask = async (readLinks: ReadLinks) =>
    listLinks(readLinks, edge)(
      httpEvent({ route: 'GET /api/feedback/runs/{runId}/links', path: { runId: 'run_1' } }),
      lambdaContext,
    );

  it('shows how many people followed each link, and what only machines did', async () => {
    const links = [{ link: 'https://books.example/', clicks: 7, machine: 2 }];

    const answer = await ask(async () => ({ links, others: { clicks: 1, machine: 0 } }));

    expect(bodyOf(answer)).toEqual({ runId: 'run_1', items: links, others: { clicks: 1, machine: 0 } });
  });

  it('knows no run that nobody has heard of', async () => {
    expect(bodyOf(await ask(async () => undefined))).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/run_1/),
    });
  });
});

describe('GET /api/feedback/runs/{runId}/clients', () => {
  const ask = async (readClients: ReadClients) =>
    listClients(readClients, edge)(
      httpEvent({ route: 'GET /api/feedback/runs/{runId}/clients', path: { runId: 'run_1' } }),
      lambdaContext,
    );

  it('shows with which mail readers people opened', async () => {
    const clients = [{ family: 'gmail', device: 'unknown', opens: 7 }] as const;

    const answer = await ask(async () => ({ clients, unknown: 1 }));

    expect(bodyOf(answer)).toEqual({
      runId: 'run_1',
      items: [{ client: 'gmail', device: 'unknown', opens: 7 }],
      unknown: 1,
    });
  });

  it('knows no run that nobody has heard of', async () => {
    expect(bodyOf(await ask(async () => undefined))).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/run_1/),
    });
  });
});
