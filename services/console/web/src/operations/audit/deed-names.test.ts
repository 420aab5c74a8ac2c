import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

import { DEED_NAMES, deedNameOf, RUN_DEED } from './deed-names.ts';

const SERVICES = ['campaigns', 'audience', 'dispatch', 'feedback', 'console'];
const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-role': z.string() }))) });

/** What changes something and is told of: routes of readers and of everybody are not. */
const deedsOf = async (service: string): Promise<readonly string[]> => {
  const file = new URL(`../../../../../${service}/openapi.json`, import.meta.url);
  const { paths } = z.parse(OpenApi, JSON.parse(await readFile(file, 'utf8')));

  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method, { 'x-role': role }]) => method !== 'get' && role !== 'viewer' && role !== 'anyone')
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
};

it('names every deed that the services tell of, and none that they do not', async () => {
  const deeds = (await Promise.all(SERVICES.map(deedsOf))).flat();

  expect([...Object.keys(DEED_NAMES), RUN_DEED].toSorted()).toEqual(deeds.toSorted());
});

it('says what was done to a run', () => {
  expect(deedNameOf({ operation: RUN_DEED, subject: { deed: 'hold', runId: 'run_1' } })).toBe('run.hold');
  expect(deedNameOf({ operation: RUN_DEED, subject: { deed: 'paint' } })).toBeUndefined();
});

it('has no name for what it does not know', () => {
  expect(deedNameOf({ operation: 'POST /api/audience/lists', subject: {} })).toBe('list.made');
  expect(deedNameOf({ operation: 'PATCH /api/audience/lists', subject: {} })).toBeUndefined();
  expect(deedNameOf({ operation: 'toString', subject: {} })).toBeUndefined();
});
