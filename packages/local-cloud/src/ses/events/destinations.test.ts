import { Destinations } from './destinations.ts';

const toTopic = {
  configurationSet: 'set',
  name: 'sns',
  enabled: true,
  eventTypes: ['deliveryDelay', 'SEND'],
  topicArn: 'arn:1',
};

describe('Destinations', () => {
  it('reads event types in every spelling AWS has for them', () => {
    const destinations = new Destinations();
    destinations.add(toTopic);

    expect(destinations.topicsFor('set', 'DeliveryDelay')).toEqual(['arn:1']);
    expect(destinations.topicsFor('set', 'Send')).toEqual(['arn:1']);
    expect(destinations.topicsFor('set', 'Open')).toEqual([]);
    destinations.add({ ...toTopic, eventTypes: ['DELIVERY_DELAY'] });
    expect(destinations.topicsFor('set', 'DeliveryDelay')).toEqual(['arn:1']);
  });

  it('tells nobody without a set, of another set, or when switched off', () => {
    const destinations = new Destinations();
    destinations.add({ ...toTopic, enabled: false });

    expect(destinations.topicsFor('set', 'Send')).toEqual([]);
    expect(destinations.topicsFor('other', 'Send')).toEqual([]);
    expect(destinations.topicsFor(undefined, 'Send')).toEqual([]);
  });

  it('replaces a destination of the same name and keeps one of another', () => {
    const destinations = new Destinations();
    destinations.add(toTopic);
    destinations.add({ ...toTopic, topicArn: 'arn:2' });
    destinations.add({ ...toTopic, name: 'more', topicArn: 'arn:3' });

    expect(destinations.topicsFor('set', 'Send')).toEqual(['arn:2', 'arn:3']);
  });

  it('knows a set only once it is registered itself', () => {
    const destinations = new Destinations();
    destinations.add(toTopic);
    expect(destinations.has('set')).toBe(false);

    destinations.addSet('set');

    expect(destinations.has('set')).toBe(true);
  });
});
