import type { Campaign } from '../campaign.ts';
import { emptyForm, flawsOf, isSame, readForm, toBody, toForm } from './form-values.ts';

const campaign: Campaign = {
  campaignId: 'cmp_1',
  version: 3,
  status: 'draft',
  name: 'November letter',
  templateId: 'tpl_1',
  listId: 'lst_1',
  audience: { lists: ['lst_2'], exclude: ['lst_3'], segments: [], excludeSegments: ['seg_1'] },
  from: { name: '벌크헤드', address: 'letters@news.example.com' },
  replyTo: 'hello@example.com',
  doubt: { policy: 'leave', settleMinutes: 30 },
  window: { timeZone: 'Asia/Seoul', days: ['mon', 'wed'], from: '09:00', to: '20:00' },
  guardrails: { hardBounces: 0.02, complaints: 0.0005 },
};

it('saves a campaign that nobody has changed as it was', () => {
  const { campaignId: _, version: _version, status: _status, ...plan } = campaign;

  expect(toBody(toForm(campaign))).toEqual(plan);
});

it('names a sender that is set up, and says nothing of its address', () => {
  const values = { ...toForm(campaign), senderBy: 'choice' as const, senderId: 'marketing' };

  expect(toBody(values)).toMatchObject({ senderId: 'marketing' });
  expect(toBody(values)).not.toHaveProperty('from');
  expect(toBody(values)).not.toHaveProperty('replyTo');
});

it('leaves out what is empty', () => {
  const body = toBody({ ...toForm(campaign), fromName: ' ', replyTo: '', doubtPolicy: 'usual', settleMinutes: '' });

  expect(body).toMatchObject({ from: { address: 'letters@news.example.com' } });
  expect(body).not.toHaveProperty('replyTo');
  expect(body).not.toHaveProperty('doubt');
  expect(body.from).not.toHaveProperty('name');
});

it('says what is missing, field by field', () => {
  expect(flawsOf(emptyForm)).toEqual({
    name: 'name_missing',
    senderId: 'sender_missing',
    templateId: 'template_missing',
    audience: 'lists_missing',
  });
  expect(flawsOf(toForm(campaign))).toEqual({});
  expect(flawsOf({ ...toForm(campaign), fromAddress: 'letters@example', replyTo: 'a b@c.de' })).toEqual({
    fromAddress: 'address_unusable',
    replyTo: 'address_unusable',
  });
});

it('reads what a tab has kept, and nothing else', () => {
  expect(readForm(JSON.parse(JSON.stringify(toForm(campaign))))).toEqual(toForm(campaign));
  expect(readForm({ name: 'of an older version' })).toBeUndefined();
});

it('does not take spaces for a change', () => {
  expect(isSame(toForm(campaign), { ...toForm(campaign), name: 'November letter ' })).toBe(true);
  expect(isSame(toForm(campaign), { ...toForm(campaign), name: 'December letter' })).toBe(false);
});
