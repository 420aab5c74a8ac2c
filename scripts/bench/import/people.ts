/** What a cell of the generated files holds. */
export type Value = string | number | boolean | Date;

export const HEADERS = ['email', 'name', 'city', 'points', 'since', 'vip', 'code', 'note'] as const;

const NAMES = ['김철수', '이영희', 'Ada Lovelace', '박지성', 'José', 'Müller', 'Nguyễn Văn A', '山田太郎', '👩‍🚀 Zoë'];
const CITIES = ['Seoul', '부산', 'Berlin', 'London', 'Paris'];
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2020, 0, 1);

/** A row of eight cells: six with text, half of it not ASCII, a number and a date. The same number is the same person. */
export const personAt = (n: number): readonly Value[] => [
  `person.${n}@example.com`,
  `${NAMES[n % NAMES.length]} ${n}`,
  CITIES[n % CITIES.length] ?? '',
  n * 1.5,
  new Date(FIRST_DAY + (n % 2_000) * DAY_MS),
  n % 2 === 0,
  `C-${(n * 7_919) % 1_000_003}`,
  n % 10 === 0 ? `note, "quoted" & <more> ${n % 1_000}` : `note & more ${n % 1_000}`,
];
