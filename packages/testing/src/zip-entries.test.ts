import { zipEntries } from './zip-entries.ts';

/** A real archive: "a.mjs" with 5 bytes, "b/c.mjs.map" with 3. */
const archive = Buffer.from(
  'UEsDBBQAAAAAAAAAIVyGphA2BQAAAAUAAAAFAAAAYS5tanNoZWxsb1BLAwQUAAAAAAAAACFcu6qtkwMAAAADAAAACwAAAGIvYy5tanMubWFwbWFwUEsBAhQDFAAAAAAAAAAhXIamEDYFAAAABQAAAAUAAAAAAAAAAAAAAIABAAAAAGEubWpzUEsBAhQDFAAAAAAAAAAhXLuqrZMDAAAAAwAAAAsAAAAAAAAAAAAAAIABKAAAAGIvYy5tanMubWFwUEsFBgAAAAACAAIAbAAAAFQAAAAAAA==',
  'base64',
);

describe('zipEntries', () => {
  it('lists the files of an archive with their unpacked sizes', () => {
    expect(zipEntries(archive)).toEqual([
      { name: 'a.mjs', size: 5 },
      { name: 'b/c.mjs.map', size: 3 },
    ]);
  });

  it('refuses what is no archive', () => {
    expect(() => zipEntries(Buffer.from('not a zip archive, however long it may be'))).toThrow(
      'This is no zip archive.',
    );
  });
});
