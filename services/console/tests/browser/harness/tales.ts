/** What a marketer calls things, and what stands in the file that is imported. */
export interface Tale {
  readonly sender: string;
  readonly list: string;
  readonly segment: string;
  readonly template: string;
  readonly campaign: string;
  readonly columns: { readonly address: string; readonly name: string; readonly plan: string; readonly notes: string };
  readonly paying: string;
  readonly free: string;
  readonly reader: string;
}

export const TALES = {
  en: {
    sender: 'Harbour Letters',
    list: 'Readers of the monthly letter',
    segment: 'Paying readers',
    template: 'Letter of November',
    campaign: 'November for paying readers',
    columns: { address: 'email', name: 'full name', plan: 'plan', notes: 'notes' },
    paying: 'paying',
    free: 'free',
    reader: 'Reader',
  },
  ko: {
    sender: '항구 편지',
    list: '월간 소식 독자',
    segment: '유료 독자',
    template: '11월 편지',
    campaign: '유료 독자 11월 소식',
    columns: { address: '이메일', name: '이름', plan: '요금제', notes: '메모' },
    paying: '유료',
    free: '무료',
    reader: '독자',
  },
} as const satisfies Record<string, Tale>;

export const PAYING = 600;
export const FREE = 20;

/** The file of the tale: those who pay, those who do not, and one row that has no usable address. */
export const fileOf = ({ columns, paying, free, reader }: Tale, mailbox: string): string => {
  const rows = Array.from({ length: PAYING + FREE }, (_, n) =>
    [`${mailbox}-${n}@deliver.example`, `${reader} ${n}`, n < PAYING ? paying : free, '–'].join(','),
  );
  const { address, name, plan, notes } = columns;
  return [[address, name, plan, notes].join(','), ...rows, `nowhere,${reader},${free},–`].join('\r\n');
};
