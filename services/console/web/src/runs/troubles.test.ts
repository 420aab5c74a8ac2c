import { troublesOf } from './troubles.ts';

const calm = { unsettled: 0, left: 0, refused: 0 };

it('is quiet where nothing is the matter', () => {
  expect(troublesOf({ ...calm, unsent: 0, unreadable: [], excluded: { domains: [], imports: [] } })).toEqual([]);
});

it('names what cannot be read first, with the reason', () => {
  const troubles = troublesOf({
    ...calm,
    unsent: 90,
    refused: 2,
    unreadable: [{ reason: 'chunk_missing', chunks: [3, 4] }],
  });

  expect(troubles).toEqual([
    { kind: 'unreadable', count: 2, reason: 'chunk_missing' },
    { kind: 'unsent', count: 90 },
    { kind: 'refused', count: 2 },
  ]);
});

it('names whom people have left out', () => {
  expect(troublesOf({ ...calm, excluded: { domains: ['mail.example'], imports: ['imp_1'] } })).toEqual([
    { kind: 'excluded', names: ['mail.example', 'imp_1'] },
  ]);
});
