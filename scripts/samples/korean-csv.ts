import { encode } from 'iconv-lite';

import type { Row } from './people.ts';

/** What Excel in Korea saves as "CSV (comma delimited)": CP949 without a mark, lines that end in CRLF. */
export const koreanCsv = (rows: readonly Row[]): Buffer => {
  const lines = rows.map(({ address, name, city, plan, points, joined }) =>
    [address, name, city, plan, String(points), joined.toISOString().slice(0, 10)].join(','),
  );
  const text = ['이메일,name,city,plan,points,joined', ...lines, ''].join('\r\n');
  if (encode(text, 'cp949').includes('?')) throw new Error('Something in these rows cannot be written in CP949.');
  return encode(text, 'cp949');
};
