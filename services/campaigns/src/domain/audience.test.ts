import { type Audience, checkAudience, tidyAudience } from './audience.ts';

describe('tidyAudience', () => {
  it('says everything once, and not that the list of the campaign is mailed', () => {
    const audience = { lists: ['lst_2', 'lst_1', 'lst_2'], exclude: ['lst_3', 'lst_3'], segments: [] };

    expect(tidyAudience('lst_1', audience)).toEqual({ lists: ['lst_2'], exclude: ['lst_3'] });
  });

  it.each<[Audience | undefined]>([[undefined], [{}], [{ lists: ['lst_1'], exclude: [] }]])(
    'has nothing to say of %j',
    (audience) => {
      expect(tidyAudience('lst_1', audience)).toBeUndefined();
    },
  );
});

describe('checkAudience', () => {
  it.each<[Audience, string, string]>([
    [{ exclude: ['lst_1'] }, 'audience.exclude', 'lst_1'],
    [{ lists: ['lst_2'], exclude: ['lst_3', 'lst_2'] }, 'audience.exclude', 'lst_2'],
    [{ segments: ['seg_1'], excludeSegments: ['seg_1'] }, 'audience.excludeSegments', 'seg_1'],
  ])('refuses to mail and to leave out the same: %j', (audience, field, id) => {
    expect(checkAudience('lst_1', audience)).toEqual({
      ok: false,
      problem: { kind: 'left_out_and_mailed', field, id },
    });
  });

  it('takes everything else', () => {
    const audience = { lists: ['lst_2'], exclude: ['lst_3'], segments: ['seg_1'], excludeSegments: ['seg_2'] };

    expect([checkAudience('lst_1', audience).ok, checkAudience('lst_1').ok]).toEqual([true, true]);
  });
});
