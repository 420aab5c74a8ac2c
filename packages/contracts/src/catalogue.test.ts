import { readdir } from 'node:fs/promises';

import { catalogue, documents } from './index.ts';

/** `campaign-run.started.v1.ts` holds `campaign_run.started.v1`. */
const typesIn = async (folder: 'events' | 'commands' | 'documents') =>
  (await readdir(new URL(folder, import.meta.url)))
    .filter((file) => /\.v\d+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length));
const messagesIn = async (folder: 'events' | 'commands') =>
  (await typesIn(folder)).map((type) => type.replaceAll('-', '_')).toSorted();

const entries = Object.entries(catalogue).map(([type, entry]) => ({ type, ...entry }));
const typesOf = (wanted: 'event' | 'command') => entries.filter(({ kind }) => kind === wanted).map(({ type }) => type);

describe('the catalogue', () => {
  it('lists every event that has a file, and no other', async () => {
    expect(typesOf('event').toSorted()).toEqual(await messagesIn('events'));
  });

  it('lists every command that has a file, and no other', async () => {
    expect(typesOf('command').toSorted()).toEqual(await messagesIn('commands'));
  });

  it('lists every document that has a file, and no other', async () => {
    expect(Object.keys(documents).toSorted()).toEqual((await typesIn('documents')).toSorted());
  });

  it.each(entries)('has $type under its own name', ({ type, schema }) => {
    expect(schema.shape.type.def.values).toEqual([type]);
  });

  it.each(entries)('has somebody who hears $type', ({ kind, says, hears }) => {
    expect(hears.length).toBeGreaterThan(0);
    expect(hears.some((service) => service === says)).toBe(kind === 'command');
  });
});
