import { makeNameRecipients } from './name-recipients.ts';

const person = (name: string) => ({ contactId: name, address: `${name}@example.com` });

const setUp = (chunks: Readonly<Record<number, Readonly<Record<number, string>>>>) => {
  const picked: (readonly [number, readonly number[]])[] = [];
  const name = makeNameRecipients({
    find: async (runId) =>
      runId !== 'run_1'
        ? undefined
        : {
            chunks: [],
            read: async () => undefined,
            pick: async (chunk, offsets) => {
              picked.push([chunk, offsets]);
              const found = Object.entries(chunks[chunk] ?? {});
              return new Map(found.map(([offset, who]) => [Number(offset), person(who)]));
            },
          },
  });
  return { name, picked };
};

describe('those to whom something has happened', () => {
  it('are named in the order in which they are asked for', async () => {
    const { name } = setUp({ 0: { 3: 'anna', 7: 'ben' }, 4: { 0: 'chris' } });
    const places = [
      { chunk: 0, offset: 3 },
      { chunk: 0, offset: 7 },
      { chunk: 4, offset: 0 },
    ];

    expect((await name('run_1', places)).map((place) => place.person?.contactId)).toEqual(['anna', 'ben', 'chris']);
  });

  it('are looked up chunk by chunk, each once', async () => {
    const { name, picked } = setUp({});

    await name('run_1', [
      { chunk: 0, offset: 3 },
      { chunk: 0, offset: 7 },
      { chunk: 4, offset: 0 },
    ]);

    expect(picked).toEqual([
      [0, [3, 7]],
      [4, [0]],
    ]);
  });

  it('are places where nobody knows more', async () => {
    const places = [{ chunk: 0, offset: 3 }];

    expect(await setUp({ 0: { 4: 'ben' } }).name('run_1', places)).toEqual(places);
    expect(await setUp({ 0: { 3: 'anna' } }).name('run_2', places)).toEqual(places);
  });
});
