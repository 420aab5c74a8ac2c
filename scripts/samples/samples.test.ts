import { readFile } from 'node:fs/promises';

import { makeSamples } from './samples.ts';

const committed = (name: string) => readFile(new URL(`../../samples/${name}`, import.meta.url));

it('makes the samples that are committed, byte by byte', async () => {
  const made = await makeSamples();

  for (const [name, bytes] of Object.entries(made)) expect(bytes.equals(await committed(name))).toBe(true);
});

it('holds what the demo tells about it', async () => {
  const { 'expected.json': json = Buffer.alloc(0) } = await makeSamples();
  const { xlsx, csv } = JSON.parse(json.toString());

  expect(xlsx).toMatchObject({ rows: 2_000, accepted: 1_980, duplicates: 12, rejected: 8, bounces: 12, complaints: 1 });
  expect(xlsx.recipients).toHaveLength(1_979);
  expect(csv).toMatchObject({ rows: 400, accepted: 400, duplicates: 0, rejected: 0 });
});
