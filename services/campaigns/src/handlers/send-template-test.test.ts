import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { ChosenFile, FrozenContent } from '../application/content-ports.ts';
import { makeSendTemplateTest } from '../application/send-template-test.ts';
import { InMemoryMedia, InMemorySenders, InMemoryTemplates } from '../testing/in-memory.ts';
import { RecordingCommands, RecordingExchange } from '../testing/recording.ts';
import { korean, template } from '../testing/world.ts';
import { sendTemplateTest } from './send-template-test.ts';

const route = 'POST /api/campaigns/templates/{templateId}/test-sends';
const recipients = [{ address: 'me@example.org', fields: { name: 'Ada' } }];
const from = { name: 'Bulkhead', address: 'letters@example.org' };

const setUp = () => {
  const frozen: FrozenContent[] = [];
  const files = new RecordingExchange();
  const exchange = {
    keepFile: (runId: string, file: ChosenFile) => files.keepFile(runId, file),
    keepTest: async (testId: string, content: FrozenContent): Promise<string> => {
      frozen.push(content);
      return `s3://exchange/tests/${testId}.json`;
    },
  };
  const commands = new RecordingCommands();
  const send = sendTemplateTest(
    makeSendTemplateTest({
      templates: new InMemoryTemplates(template),
      senders: new InMemorySenders(korean),
      media: new InMemoryMedia(),
      exchange,
      commands,
      deriveText: String,
      newId: (kind) => `${kind}_1`,
    }),
    recordingEdge(),
  );
  return {
    frozen,
    commands,
    send: async (body: unknown, templateId = template.id) => {
      const answer = await send(httpEvent({ route, path: { templateId }, body }), lambdaContext);
      return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') };
    },
  };
};

it('asks for a test of a template that no campaign uses', async () => {
  const { send, commands } = setUp();

  expect(await send({ from, recipients })).toEqual({ status: 202, body: { testId: 'tst_1' } });
  expect(commands.sent).toMatchObject([{ command: { command: 'request_test', testId: 'tst_1', campaignId: 'cmp_1' } }]);
});

it('sends as a sender who is set up would, with the label that the law asks for', async () => {
  const { send, frozen } = setUp();

  await send({ senderId: korean.id, recipients });

  expect(frozen).toMatchObject([{ subject: '(광고) Hello {{ name }}', from: { address: korean.address } }]);
});

it.each([
  ['neither sender', { recipients }, 'sender_unclear'],
  ['two senders', { recipients, from, senderId: korean.id }, 'sender_unclear'],
  ['an unknown sender', { recipients, senderId: 'nobody' }, 'sender_not_found'],
  ['an address that SES refuses', { recipients: [{ address: 'me' }], from }, 'recipient_unusable'],
  ['a sender that SES refuses', { recipients, from: { address: 'letters' } }, 'address_unusable'],
])('refuses %s', async (_, body, code) => {
  const { send, commands } = setUp();

  expect(await send(body)).toMatchObject({ status: 422, body: { type: `urn:bulkhead:problem:${code}` } });
  expect(commands.sent).toEqual([]);
});

it('knows no template that is not there', async () => {
  expect(await setUp().send({ from, recipients }, 'tpl_9')).toMatchObject({
    status: 404,
    body: { type: 'urn:bulkhead:problem:template_not_found' },
  });
});
