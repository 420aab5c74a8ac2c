import { begun, campaignId, createWorld, draft, execution, korean, template } from '../testing/world.ts';

it('freezes a mail as its sender sends it, with label, footer and where answers go', async () => {
  const world = await begun(createWorld({ ...draft, from: { senderId: korean.id } }));

  const [frozen] = world.exchange.objects.values();

  expect(frozen).toMatchObject({
    from: { name: '벌크헤드', address: 'letters@bulkhead.example' },
    replyTo: 'hello@bulkhead.example',
    subject: '(광고) Hello {{ name }}',
    html: expect.stringContaining('02-000-0000'),
    text: expect.stringContaining('02-000-0000'),
  });
});

it('mails nobody in the name of a sender who is gone', async () => {
  const world = createWorld({ ...draft, from: { senderId: 'gone' } });
  await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, { correlationId: 'chain-1' });

  const outcome = await world.freezeContent(execution);

  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'sender_not_found' } });
  expect(world.exchange.objects.size).toBe(0);
});

it('writes the footer into a text that is derived, wherever the HTML has it', async () => {
  const world = createWorld({ ...draft, from: { senderId: korean.id } });
  await world.templates.save({ ...template, version: 2, html: '<body>Hello</body><!-- </body> -->' });

  const [frozen] = (await begun(world)).exchange.objects.values();

  expect(frozen).toMatchObject({
    html: expect.stringMatching(/-->.*02-000-0000/s),
    text: 'Hello\n\n벌크헤드 주식회사 <서울>\n02-000-0000\n',
  });
});

it('freezes no subject that dispatch cannot read', async () => {
  const world = createWorld({ ...draft, from: { senderId: korean.id } });
  await world.templates.save({ ...template, version: 2, subject: 'a'.repeat(998) });
  await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, { correlationId: 'chain-1' });

  const outcome = await world.freezeContent(execution);

  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'subject_too_long', most: 998 } });
  expect(world.exchange.objects.size).toBe(0);
});
