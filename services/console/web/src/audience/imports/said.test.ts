import { readSaid } from './said.ts';

describe('what somebody has said of the files of an import', () => {
  it('is found again as it was said', () => {
    const said = {
      choices: { city: { holds: 'field', field: 'town', type: 'text' } },
      customs: { decimal: ',' },
      sheetsLeft: ['Notes'],
      format: { encoding: 'cp949' },
    };

    const found = readSaid(JSON.parse(JSON.stringify(said)));

    expect(found).toEqual(said);
  });

  it('is begun anew where an older page has kept something else', () => {
    const kept = { choices: { city: 'town' }, sheetsLeft: [], format: {} };

    const found = readSaid(kept);

    expect(found).toBeUndefined();
  });
});
