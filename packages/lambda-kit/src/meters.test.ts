import { createMeters } from './meters.ts';

const setUp = () => {
  const lines: unknown[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  return { meters: createMeters({ service: 'dispatch', stage: 'prod', now: () => 1_000, write }), lines };
};

it('writes what was gathered in the embedded metric format', () => {
  const { meters, lines } = setUp();

  meters.count('Accepted', 40);
  meters.count('Accepted');
  meters.milliseconds('Lag', 12);
  meters.milliseconds('Lag', 30);
  meters.flush();

  expect(lines).toEqual([
    {
      _aws: {
        Timestamp: 1_000,
        CloudWatchMetrics: [
          {
            Namespace: 'Bulkhead',
            Dimensions: [['service', 'stage']],
            Metrics: [
              { Name: 'Accepted', Unit: 'Count' },
              { Name: 'Lag', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      service: 'dispatch',
      stage: 'prod',
      Accepted: 41,
      Lag: [12, 30],
    },
  ]);
});

it('writes nothing where nothing was gathered, and nothing twice', () => {
  const { meters, lines } = setUp();

  meters.flush();
  meters.count('Parked');
  meters.flush();
  meters.flush();

  expect(lines).toMatchObject([{ Parked: 1 }]);
});

it.each<[string, (n: number) => string]>([
  ['values of a metric', () => 'Lag'],
  ['metrics', (n: number) => `Lag${n}`],
])('writes no more %s into a line than CloudWatch reads', (_, nameOf) => {
  const { meters, lines } = setUp();

  for (let n = 0; n < 250; n += 1) meters.milliseconds(nameOf(n), n);
  meters.flush();

  expect(lines).toHaveLength(3);
});
