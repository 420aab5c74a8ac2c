import { ENGLISH } from '../../services/console/web/src/common/problems/english.ts';
import { KOREAN } from '../../services/console/web/src/common/problems/korean.ts';
import { requestFields } from './fields.ts';

it.each(['audience', 'campaigns', 'console', 'dispatch', 'feedback'])(
  'every field that %s may complain about has a name in both languages',
  async (service) => {
    const fields = await requestFields(service);

    expect(fields).toContain(service === 'console' ? 'keyId' : 'cursor');
    const unnamed = fields.filter((field) => !(`field=${field}` in KOREAN) || !(`field=${field}` in ENGLISH));
    expect(unnamed).toEqual([]);
  },
);
