import { begun, campaignId, createWorld, draft, execution, korean } from '../testing/world.ts';

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
