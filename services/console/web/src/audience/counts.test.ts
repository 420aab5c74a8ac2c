import { QueryClient } from '@tanstack/react-query';

import { countAnew } from './counts.ts';

it('asks anew for what is counted from people, whatever was asked, and for nothing else', () => {
  const queries = new QueryClient();
  const keys = [
    ['audience-estimate', { lists: ['one'] }],
    ['audience-values', ['one'], ['city']],
    ['audience-zones', { lists: ['one'] }, 'time_zone'],
    ['preflight', 'cmp_1'],
    ['audience', 'segments', 'count', []],
  ];
  for (const key of [...keys, ['audience', 'lists']]) queries.setQueryData(key, 'known');

  countAnew(queries);

  const isOld = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;
  expect(keys.map(isOld)).toEqual(keys.map(() => true));
  expect(isOld(['audience', 'lists'])).toBe(false);
  queries.clear();
});
