import type { ListedMail, MailPage } from '../answers.ts';
import type { Asked } from './api.ts';
import { arrange, byId, make } from './dom.ts';
import { badges, count, longTime, shortTime } from './words.ts';

interface Row {
  readonly row: HTMLElement;
  readonly state: string;
}

type Filter = Pick<Asked, 'search' | 'run'>;

const rows = new Map<string, Row>();

const linkOf = ({ id, at, from, to, subject, outcomes }: ListedMail): HTMLElement =>
  make(
    'a',
    { href: `#${id}`, className: 'row' },
    make(
      'span',
      { className: 'row-line' },
      make('span', { className: 'row-to' }, to.join(', ')),
      make('time', { className: 'row-time', dateTime: at, title: longTime(at) }, shortTime(at)),
    ),
    make('span', { className: 'row-subject' }, subject || '(no subject)'),
    make(
      'span',
      { className: 'row-line' },
      make('span', { className: 'row-from' }, from),
      make('span', { className: 'row-badges' }, ...badges(outcomes)),
    ),
  );

const keptRow = (mail: ListedMail): HTMLElement => {
  const known = rows.get(mail.id);
  const state = mail.outcomes.join();
  if (known?.state === state) return known.row;

  const row = known?.row ?? make('li', {});
  row.replaceChildren(linkOf(mail));
  rows.set(mail.id, { row, state });
  return row;
};

const emptyText = ({ search, run }: Filter, stored: number): readonly HTMLElement[] => {
  if (search !== '' || (run !== '' && stored > 0)) {
    return [make('h2', {}, 'Nothing found'), make('p', {}, 'No message has this in its recipient, subject or text.')];
  }
  return [
    make('h2', {}, 'No mail yet'),
    make('p', {}, 'Everything that is sent on this machine arrives here, and nowhere else.'),
    make(
      'p',
      {},
      'Launch a campaign, or run ',
      make('code', {}, 'npx -y pnpm@12 demo'),
      ': it sends one to 2,000 recipients.',
    ),
  ];
};

/** Marks the row of the message that is open, and answers it. */
export const markOpen = (id: string): Element | undefined => {
  let marked: Element | undefined;
  for (const link of byId('list', HTMLOListElement).querySelectorAll('.row')) {
    const isOpen = link.getAttribute('href') === `#${id}`;
    if (isOpen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    if (isOpen) marked = link;
  }
  return marked;
};

/** Shows a page of messages; rows that have not changed are left alone. */
export const showList = ({ messages, next, stored, dropped }: MailPage, asked: Filter): void => {
  const shown = new Set(messages.map(({ id }) => id));
  for (const id of rows.keys()) if (!shown.has(id)) rows.delete(id);

  arrange(byId('list', HTMLOListElement), messages.map(keptRow));
  byId('more', HTMLButtonElement).hidden = next === null;
  const empty = byId('empty', HTMLDivElement);
  empty.hidden = messages.length > 0;
  empty.replaceChildren(...emptyText(asked, stored));

  const lost = dropped > 0 ? `, ${count(dropped)} older ones dropped` : '';
  const found = next === null ? `${count(messages.length)} found` : `first ${count(messages.length)}`;
  const isFiltered = asked.search !== '' || asked.run !== '';
  byId('status', HTMLParagraphElement).textContent = isFiltered ? found : `${count(stored)} messages${lost}`;
};
