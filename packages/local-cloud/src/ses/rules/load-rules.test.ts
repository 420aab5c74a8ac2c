import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadRules } from './load-rules.ts';

const fileOf = (yaml: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'ses-rules-')), 'rules.yml');
  writeFileSync(file, yaml);
  return file;
};

describe('loadRules', () => {
  it('has no faults and no complaints by default', () => {
    const { faults, everybodyElse } = loadRules();

    expect(faults).toMatchObject({ throttlePercent: 0, failAfterAcceptPercent: 0, dropAfterAcceptPercent: 0 });
    expect(everybodyElse).toMatchObject({
      hardBouncePercent: 0.5,
      complaintPercent: 0,
      openPercent: 35,
      clickPercent: 8,
    });
  });

  it('lays a file over the default one, value by value, its recipients first', () => {
    const file = fileOf('account: { maxSendRate: 14 }\nrecipients: [{ to: "*@slow.example", outcome: delay }]');

    const { account, recipients } = loadRules(file);

    expect(account).toMatchObject({ maxSendRate: 14, max24HourSend: 50_000 });
    expect(recipients[0]).toEqual({ to: '*@slow.example', outcome: 'delay' });
    expect(recipients).toContainEqual({ to: 'bounce@simulator.amazonses.com', outcome: 'hard_bounce' });
  });

  it('changes nothing for an empty file', () => {
    expect(loadRules(fileOf('# nothing yet\n'))).toEqual(loadRules());
  });

  it.each([
    ['account: { maxSendRate: -1 }', /account\.maxSendRate/],
    ['everybodyElse: { openPercent: 101 }', /everybodyElse\.openPercent/],
    ['recipients: [{ to: a@b.example, outcome: vanish }]', /recipients\.0\.outcome/],
    ['acount: {}', /acount/],
    ['latencyMs: { open: [9, 1] }', /latencyMs\.open: the earliest comes first/],
  ])('names the place that is wrong in %s', (yaml, place) => {
    const file = fileOf(yaml);

    expect(() => loadRules(file)).toThrow(place);
    expect(() => loadRules(file)).toThrow(file);
  });
});
