import { readFile } from 'node:fs/promises';

import { all } from './templates.ts';

const alarms = all('AWS::CloudWatch::Alarm');

describe.each(alarms)('alarm $title', ({ properties }) => {
  it('names a runbook that names the alarm, or its queue', async () => {
    const runbook = /docs\/runbooks\/[a-z-]+\.md/.exec(String(properties['AlarmDescription']))?.[0] ?? '(none)';
    const text = await readFile(new URL(`../../../../${runbook}`, import.meta.url), 'utf8');
    const name = String(properties['AlarmName']).replace(/^bulkhead-dev-/, '');

    expect(text).toContain(name);
  });

  it('tells whoever is on call when it fires, and when all is well again', () => {
    const onCall = [expect.stringMatching(/^arn:aws:sns:/)];

    expect(properties).toMatchObject({ AlarmActions: onCall, OKActions: onCall });
  });

  it('is quiet when nothing is measured', () => {
    expect(properties['TreatMissingData']).toBe('notBreaching');
  });
});

it.each(['DoubtGivenUp', 'LedgersMissing', 'OutcomesWithoutContact'])('watches %s in one stage', (metric) => {
  const [alarm] = alarms.filter(({ properties }) => properties['MetricName'] === metric);

  expect(alarm?.properties).toMatchObject({
    Namespace: 'Bulkhead',
    Dimensions: [
      { Name: 'service', Value: alarm?.service },
      { Name: 'stage', Value: 'dev' },
    ],
  });
});
