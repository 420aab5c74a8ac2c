import { notificationBody, wants } from './notifications.ts';

const rule = { event: 's3:ObjectCreated:*', queueArn: 'arn:q', prefix: 'uploads/', suffix: '.csv' };
const put = { name: 'ObjectCreated:Put', bucket: 'b', key: 'uploads/my file (1).csv', size: 3, etag: '"abc"' };

describe('wants', () => {
  it.each([
    ['every creation', 's3:ObjectCreated:*', true],
    ['puts', 's3:ObjectCreated:Put', true],
    ['multipart uploads', 's3:ObjectCreated:CompleteMultipartUpload', false],
    ['removals', 's3:ObjectRemoved:*', false],
  ])('tells whether a rule for %s hears of a put', (_, event, expected) => {
    expect(wants({ ...rule, event }, put)).toBe(expected);
  });

  it.each(['exchange/a.csv', 'uploads/a.xlsx'])('passes over %s', (key) => {
    expect(wants(rule, { ...put, key })).toBe(false);
  });
});

describe('notificationBody', () => {
  it('encodes the key as S3 does, so that readers who forget to decode are found out', () => {
    const body = JSON.parse(notificationBody(put, { region: 'eu-west-1', at: new Date(0) }));

    expect(body.Records[0]).toMatchObject({
      eventName: 'ObjectCreated:Put',
      eventTime: '1970-01-01T00:00:00.000Z',
      s3: { bucket: { name: 'b' }, object: { key: 'uploads/my+file+(1).csv', size: 3, eTag: 'abc' } },
    });
  });

  it('counts its sequencers upwards', () => {
    const sequencer = () =>
      JSON.parse(notificationBody(put, { region: 'eu-west-1', at: new Date(0) })).Records[0].s3.object.sequencer;

    const [first, second] = [sequencer(), sequencer()];

    expect(second > first).toBe(true);
  });
});
