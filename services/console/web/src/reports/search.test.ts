import { readPart } from './search.ts';

it('keeps what an address says, and leaves out what nobody of ours has written', () => {
  expect(readPart({ part: 'recipients', outcome: 'bounced', reason: 'mailbox_full', more: 1 })).toEqual({
    part: 'recipients',
    outcome: 'bounced',
    reason: 'mailbox_full',
  });
  expect(readPart({ part: 'nonsense', outcome: 7 })).toEqual({});
});

it('needs no word for the first part', () => {
  expect(readPart({ part: 'overview' })).toEqual({});
});
