import type { RequestListener } from 'node:http';

import { paceFor } from '../../domain/pace.ts';
import type { SendAnswer } from '../../domain/send-answer.ts';
import { FROM, sesErrorTable, TO } from '../../testing/ses-error-table.ts';
import { acceptance, answering, inPlaceOfSes, sesError, stopListening } from '../../testing/ses-server.ts';
import { SesMailers } from './ses-mailers.ts';

const mail = { from: FROM, to: TO, raw: new Uint8Array([72, 105]), tags: { run: 'run_1', chunk: '0', offset: '7' } };
/** Requests give up after half a second. */
const pace = paceFor(3_000);

const sendTo = async (listener: RequestListener): Promise<SendAnswer> => {
  const connection = await inPlaceOfSes(listener);
  const mailer = await new SesMailers({ configurationSet: 'set', pace, die: () => {}, connection }).open();
  const answer = await mailer.send(mail);
  mailer.close();
  return answer;
};

afterEach(stopListening);

describe('what SES answers, and what becomes of the recipient', () => {
  it.each(sesErrorTable.map(([status, code, message, answer]) => ({ status, code, message, answer })))(
    '$status $code: $message',
    async ({ status, code, message, answer }) => {
      expect(await sendTo(answering(status, sesError(status, code, message)))).toMatchObject(answer);
    },
  );

  it('200 with a message id is accepted', async () => {
    expect(await sendTo(answering(200, acceptance.usual))).toEqual({ kind: 'accepted' });
  });

  it.each<[string, RequestListener]>([
    ['200 without a message id', answering(200, acceptance.withoutId)],
    ['200 that is not XML', answering(200, '<html>proxy</html')],
    ['502 of a proxy', answering(502, '<html>bad gateway</html>')],
    [
      'a connection that is cut after the request',
      (request) => request.resume().on('end', () => request.socket.destroy()),
    ],
    ['no answer at all', () => {}],
    [
      'an answer that never ends',
      (_, response) => response.writeHead(200, { 'content-length': '1000' }).write('<SendRaw'),
    ],
  ])('%s is doubt', async (_, listener) => {
    expect(await sendTo(listener)).toMatchObject({ kind: 'unknown' });
  });

  it('names no address to anybody', async () => {
    const message = `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${FROM}`;
    const answer = await sendTo(answering(400, sesError(400, 'MessageRejected', message)));

    expect(JSON.stringify(answer)).not.toContain('@');
  });
});

it('asks once, whatever the answer', async () => {
  let requests = 0;

  await sendTo((request, response) => {
    requests += 1;
    answering(503, sesError(503, 'ServiceUnavailable', 'no'))(request, response);
  });

  expect(requests).toBe(1);
});

it('hands over what it was given', async () => {
  let body = '';

  await sendTo((request, response) => {
    request.on('data', (part) => {
      body += part;
    });
    answering(200, acceptance.usual)(request, response);
  });

  expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
    Action: 'SendRawEmail',
    Source: FROM,
    'Destinations.member.1': TO,
    'RawMessage.Data': 'SGk=',
    ConfigurationSetName: 'set',
    'Tags.member.3.Name': 'offset',
    'Tags.member.3.Value': '7',
  });
});

it('ends the process rather than begin while a request of an earlier invocation is open', async () => {
  let deaths = 0;
  const die = () => {
    deaths += 1;
  };
  const connection = await inPlaceOfSes(() => {});
  const mailers = new SesMailers({ configurationSet: 'set', pace, die, connection });
  const sending = (await mailers.open()).send(mail);

  await mailers.open();

  expect(deaths).toBe(1);
  stopListening();
  await sending;
});

it('cuts a request that gets no answer in time', async () => {
  const isCut = Promise.withResolvers<boolean>();

  await sendTo((request) => request.socket.on('close', () => isCut.resolve(true)));

  expect(await isCut.promise).toBe(true);
});
