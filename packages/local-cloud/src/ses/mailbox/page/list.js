import { arrange, byId, make } from './dom.js';
import { badges, count, longTime, shortTime } from './words.js';

const rows = new Map();

const rowOf = ({ id, at, from, to, subject, outcomes }) =>
  make(
    'li',
    {},
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
    ),
  );

const keptRow = (mail) => {
  const known = rows.get(mail.id);
  const state = mail.outcomes.join();
  if (known?.state === state) return known.row;

  const row = rowOf(mail);
  if (known !== undefined) known.row.firstElementChild.replaceWith(row.firstElementChild);
  rows.set(mail.id, { row: known?.row ?? row, state });
  return rows.get(mail.id).row;
};

const emptyText = ({ search, run, stored }) => {
  if (search || (run && stored > 0)) {
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
export const markOpen = (id) => {
  let marked;
  for (const link of byId('list').querySelectorAll('.row')) {
    const isOpen = link.getAttribute('href') === `#${id}`;
    if (isOpen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    if (isOpen) marked = link;
  }
  return marked;
};

/** Shows a page of messages; rows that have not changed are left alone. */
export const showList = (page, asked) => {
  const { messages, next, stored, dropped } = page;
  const shown = new Set(messages.map(({ id }) => id));
  for (const id of rows.keys()) if (!shown.has(id)) rows.delete(id);

  arrange(byId('list'), messages.map(keptRow));
  byId('more').hidden = next === null;
  byId('empty').hidden = messages.length > 0;
  byId('empty').replaceChildren(...emptyText({ ...asked, stored }));

  const lost = dropped > 0 ? `, ${count(dropped)} older ones dropped` : '';
  const found = next === null ? `${count(messages.length)} found` : `first ${count(messages.length)}`;
  byId('status').textContent = asked.search || asked.run ? found : `${count(stored)} messages${lost}`;
};
