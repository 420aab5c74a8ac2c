import { mostOpenRequests, paceFor, paceForFiles } from './pace.ts';

const pace = paceFor(300_000);
const file = (bytes: number) => ({ body: new Uint8Array(bytes) });

it('changes nothing for mails without files', () => {
  expect([paceForFiles(pace), paceForFiles(pace, [file(0)])]).toEqual([pace, pace]);
});

it.each([
  { files: [1_000], batch: 50 },
  { files: [200_000], batch: 23 },
  { files: [500_000, 500_000], batch: 4 },
  { files: [7_400_000], batch: 1 },
])('has few mails under way with files of $files bytes', ({ files, batch }) => {
  const slower = paceForFiles(pace, files.map(file));

  expect([slower.maxBatch, mostOpenRequests(slower)]).toEqual([batch, 4 * batch]);
});
