import { createServer, type Server } from 'node:http';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { createTransport, type SendMailOptions } from 'nodemailer';

import { createSes, type Ses } from '../../src/ses/index.ts';
import { listening, recordingLog } from '../../src/ses/testing.ts';

const writer = createTransport({ streamTransport: true, buffer: true });

describe('the mailbox', () => {
  let ses: Ses;
  let page: Server;
  let client: SESClient;
  let mailbox: string;

  beforeEach(async () => {
    ses = createSes({ region: 'eu-west-1', publish: async () => {}, log: recordingLog() });
    page = createServer(ses.handleMailboxRequest);
    mailbox = `${await listening(page)}/mailbox`;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    client = new SESClient({ endpoint: await listening(ses.server), region: 'eu-west-1', credentials, maxAttempts: 1 });
  });
  afterEach(async () => {
    client.destroy();
    page.closeAllConnections();
    page.close();
    await ses.stop();
  });

  const send = async (options: SendMailOptions, run?: string): Promise<string> => {
    const { message } = await writer.sendMail({ from: 'team@example.com', to: 'ann@example.com', ...options });
    if (!Buffer.isBuffer(message)) throw new Error('The message was not buffered.');
    const Tags = run === undefined ? [] : [{ Name: 'run', Value: run }];
    const { MessageId } = await client.send(new SendRawEmailCommand({ RawMessage: { Data: message }, Tags }));
    return MessageId ?? '';
  };

  const get = async (path: string): Promise<unknown> => (await fetch(`${mailbox}${path}`)).json();
  const post = (path: string, body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${mailbox}${path}`, { method: 'POST', headers: { 'content-type': type }, body });

  it('lists newest first, page by page', async () => {
    for (const subject of ['one', 'two', 'three']) await send({ subject });

    const first = await get('/api/messages?limit=2');
    expect(first).toMatchObject({
      messages: [{ subject: 'three' }, { subject: 'two' }],
      next: expect.any(String),
      stored: 3,
    });

    const { next } = Object(first);
    expect(await get(`/api/messages?limit=2&cursor=${next}`)).toMatchObject({
      messages: [{ subject: 'one' }],
      next: null,
    });
  });

  it.each([
    ['search=김민준', ['김민준 님께']],
    ['search=KIM@', ['김민준 님께']],
    ['search=두번째', ['Hello']],
    ['search=from the html', ['Only HTML']],
    ['to=ANN@example.com', ['Only HTML', 'Hello']],
    ['to=ann@example', []],
    ['run=r1', ['김민준 님께']],
    ['run=r1&search=hello', []],
    ['search=', ['Only HTML', 'Hello', '김민준 님께']],
  ])('finds by %s', async (query, subjects) => {
    await send({ subject: '김민준 님께', to: 'kim@example.com', text: '첫번째' }, 'r1');
    await send({ subject: 'Hello', text: '두번째 편지' });
    await send({ subject: 'Only HTML', html: '<p>From the <b>HTML</b></p>'.replace('<b>HTML</b>', 'HTML') });

    const { messages } = Object(await get(`/api/messages?${query}`));

    expect(messages.map(({ subject }: { readonly subject: string }) => subject)).toEqual(subjects);
  });

  it('gives attachments, and points inline images at them', async () => {
    const id = await send({
      html: '<img src="cid:logo">',
      attachments: [
        { filename: 'logo.png', content: Buffer.from('png'), cid: 'logo', contentType: 'image/png' },
        { filename: '목록.html', content: '<script>1</script>', contentType: 'text/html' },
      ],
    });

    const message = Object(await get(`/api/messages/${id}`));
    const image = await fetch(`${mailbox}/api/messages/${id}/attachments/0`);
    const page = await fetch(`${mailbox}/api/messages/${id}/attachments/1`);

    expect(message.attachments).toMatchObject([{ filename: 'logo.png', size: 3 }, { filename: '목록.html' }]);
    expect(message.html).toContain(`src="/mailbox/api/messages/${id}/attachments/0"`);
    expect([image.headers.get('content-type'), await image.text()]).toEqual(['image/png', 'png']);
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('serves its page under a policy that lets no script in but its own', async () => {
    const response = await fetch(mailbox);
    const html = await response.text();

    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    for (const [, file] of html.matchAll(/(?:src|href)="\/mailbox(\/page\/[^"]+)"/g)) {
      const { status, headers } = await fetch(`${mailbox}${file}`);
      expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    }
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/);
  });

  it('serves every module that its modules import', async () => {
    const seen = new Set<string>();
    const follow = async (file: string): Promise<void> => {
      if (seen.has(file)) return;
      seen.add(file);
      const response = await fetch(`${mailbox}/page/${file}`);
      expect([file, response.status]).toEqual([file, 200]);
      for (const [, name = ''] of (await response.text()).matchAll(/from '\.\/([\w-]+\.js)'/g)) await follow(name);
    };

    await follow('page.js');

    expect(seen.size).toBeGreaterThan(5);
  });

  it('forgets everything when told to', async () => {
    await send({ subject: 'one' }, 'r1');

    expect((await fetch(`${mailbox}/api/messages`, { method: 'DELETE' })).status).toBe(204);

    expect(await get('/api/messages')).toMatchObject({ messages: [], stored: 0 });
    expect(await get('/api/summary')).toMatchObject({ accepted: 0, runs: [] });
  });

  it.each([
    ['a field that is wrong', '/api/settings', '{"maxSendRate": -1}', 400, /maxSendRate/],
    ['a field that is unknown', '/api/faults', '{"dropPercent": 1}', 400, /dropPercent/],
    ['what is not JSON', '/api/faults', '{', 400, /not JSON/],
  ])('refuses %s and names it', async (...[, path, body, status, detail]) => {
    const response = await post(path, body);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(detail) });
  });

  it('takes no switch from a form on another site', async () => {
    const response = await post('/api/settings', '{"suspended": true}', 'text/plain');

    expect(response.status).toBe(415);
    expect(await get('/api/settings')).toMatchObject({ suspended: false });
  });

  it.each([
    ['GET', '/api/messages/nobody', 404],
    ['GET', '/api/messages?limit=0', 400],
    ['GET', '/api/messages?cursor=x', 400],
    ['GET', '/page/..%2fhandler.ts', 404],
    ['GET', '/page/nothing.js', 404],
    ['GET', '/nowhere', 404],
    ['PUT', '/api/messages', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await fetch(`${mailbox}${path}`, { method })).status).toBe(status);
  });
});
