import { at, packagedTemplate } from '@bulkhead/testing';

import { MOST_RECEIVES } from '../../src/domain/flow.ts';

const code = await packagedTemplate(new URL('../../', import.meta.url));

const queue = code.find('SesEventsQueue')?.properties;
const environmentOf = (name: string) => at(code.find(`${name}LambdaFunction`)?.properties, 'Environment', 'Variables');

describe('what is concluded from the queue of events', () => {
  it.each(['OnSesEvents', 'OnReceiptsRequested'])('rests on how long it really hides a message (%s)', (name) => {
    expect(Number(at(environmentOf(name), 'HIDDEN_SECONDS'))).toBe(at(queue, 'VisibilityTimeout'));
  });

  it('rests on how often it really hands out a message', () => {
    expect(at(queue, 'RedrivePolicy', 'maxReceiveCount')).toBe(MOST_RECEIVES);
  });

  it('is concluded with the same bounds by those who fold and by those who answer', () => {
    const boundsOf = (name: string) =>
      ['DRAIN_SECONDS', 'FIGURES_SECONDS', 'HIDDEN_SECONDS'].map((bound) => Number(at(environmentOf(name), bound)));

    expect(boundsOf('OnSesEvents')).toEqual([60, 60, 190]);
    expect(boundsOf('OnReceiptsRequested')).toEqual([60, 60, 190]);
  });
});
