import { koreanPerson, personFromElsewhere } from './names.ts';

/** A row of a sample list. */
export interface Row {
  readonly address: string;
  readonly name: string;
  readonly city: string;
  readonly plan: string;
  readonly points: number;
  readonly joined: Date;
}

export interface SampleSheet {
  readonly name: string;
  /** As the addresses' column is called there. */
  readonly addressHeader: string;
  readonly rows: readonly Row[];
}

const FIRST_DAY = Date.UTC(2016, 0, 4);
const DAY_MS = 86_400_000;
const plans = ['free', 'pro', 'team'];
const domains = ['example.com', 'example.net', 'example.org'];

/** Whom the demo lets leave before anything is sent. */
export const leftBefore = 'left.before@example.com';
const BOUNCES = 12;
const DUPLICATES = 12;

const invalid = [
  'no-at-sign.example.com',
  'two@@example.com',
  'with space@example.com',
  'somebody@localhost',
  '.leading.dot@example.com',
  'trailing.dot.@example.com',
  '김민준@example.com',
  '',
];

const details = (n: number): Omit<Row, 'address' | 'name' | 'city'> => ({
  plan: plans[n % plans.length] ?? '',
  points: n % 9 === 0 ? n + 0.5 : (n * 37) % 5_000,
  joined: new Date(FIRST_DAY + ((n * 11) % 3_900) * DAY_MS),
});

const subscriber = (n: number): Row => ({
  address: `subscriber.${String(n).padStart(4, '0')}@${domains[n % domains.length]}`,
  ...koreanPerson(n),
  ...details(n),
});

const reader = (n: number): Row => ({
  address: `reader-${String(n).padStart(4, '0')}@${domains[(n + 1) % domains.length]}`,
  ...personFromElsewhere(n),
  ...details(n + 5_000),
});

const count = <Thing>(size: number, make: (n: number) => Thing): readonly Thing[] =>
  Array.from({ length: size }, (_, n) => make(n));

/** Says about somebody again, in another spelling of the address, what has changed since. */
const again = (row: Row, n: number): Row => ({
  ...row,
  address: n % 2 === 0 ? ` ${row.address.toUpperCase()} ` : row.address.replace('s', 'S'),
  plan: 'team',
  points: row.points + 100,
});

/** Puts each of `some` among `rows`, evenly. */
const among = (rows: readonly Row[], some: readonly Row[]): readonly Row[] => {
  const step = Math.floor(rows.length / (some.length + 1));
  return rows.flatMap((row, n) => {
    const extra = (n + 1) % step === 0 ? some[(n + 1) / step - 1] : undefined;
    return extra === undefined ? [row] : [row, extra];
  });
};

const left: Row = { ...subscriber(9_000), address: leftBefore };
const bounces = count(
  BOUNCES,
  (n): Row => ({ ...reader(7_000 + n), address: `bounce+${n + 1}@simulator.amazonses.com` }),
);
const complaint: Row = { ...reader(8_000), address: 'complaint+1@simulator.amazonses.com' };
const wrong = invalid.map((address, n): Row => ({ ...subscriber(9_100 + n), address }));

const koreans = count(1_185, subscriber);
const others = count(781, reader);
const repeated = koreans.slice(100, 100 + DUPLICATES).map(again);
const half = DUPLICATES / 2;

/** The sample list: 2,000 rows on two sheets. Half of the repetitions stand on another sheet than what they repeat. */
export const sheets: readonly SampleSheet[] = [
  { name: '구독자', addressHeader: '이메일', rows: among(koreans, [...wrong, ...repeated.slice(0, half), left]) },
  {
    name: 'International',
    addressHeader: 'E-mail',
    rows: among(others, [...bounces, complaint, ...repeated.slice(half)]),
  },
];

/** The smaller sample: a few hundred of the Korean subscribers. */
export const smallList: readonly Row[] = koreans.slice(0, 400);
