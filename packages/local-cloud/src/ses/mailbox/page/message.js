import { attachmentUrl, rawUrl, readSource } from './api.js';
import { byId, make } from './dom.js';
import { fillHtml } from './html-tab.js';
import { makeTabs } from './tabs.js';
import { badges, exactTime, longTime, size } from './words.js';

/** The tab that stays open from one message to the next. */
const wanted = { name: 'html' };

let shown;

const fact = (name, ...values) => [make('dt', {}, name), make('dd', {}, ...values)];

const factsOf = ({ at, from, to, tags, configurationSet }) => {
  const labels = Object.entries(tags).map(([name, value]) => make('span', { className: 'tag' }, `${name} ${value}`));
  return make(
    'dl',
    { className: 'facts' },
    ...fact('From', from),
    ...fact('To', to.join(', ')),
    ...fact('Sent', make('time', { dateTime: at }, longTime(at))),
    ...(labels.length > 0 ? fact('Tags', ...labels) : []),
    ...(configurationSet ? fact('Set', configurationSet) : []),
  );
};

const attachmentsOf = ({ id, attachments }) =>
  attachments.length === 0
    ? undefined
    : make(
        'ul',
        { className: 'attachments', 'aria-label': 'Attachments' },
        ...attachments.map(({ index, filename, size: bytes }) =>
          make(
            'li',
            {},
            make('a', { href: attachmentUrl(id, index), download: filename }, `${filename} (${size(bytes)})`),
          ),
        ),
      );

const headRow = (names) =>
  make('thead', {}, make('tr', {}, ...names.map((name) => make('th', { scope: 'col' }, name))));

const fillHeaders = (panel, { headers }) => {
  const rows = headers.map(({ name, value }) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)),
  );
  panel.replaceChildren(make('table', {}, headRow(['Header', 'Value']), make('tbody', {}, ...rows)));
};

const heard = (topics) => (topics === 0 ? 'nobody listens' : `published to ${topics} topic${topics > 1 ? 's' : ''}`);

const fillEvents = (panel, { events }) => {
  if (events.length === 0) {
    panel.replaceChildren(
      make('p', { className: 'hint' }, 'Nothing has happened yet. Events come in the next seconds.'),
    );
    return;
  }
  const rows = events.map(({ type, at, recipient, note, topics }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, type),
      make('td', {}, make('time', { dateTime: at, title: longTime(at) }, exactTime(at))),
      make('td', {}, [recipient, note].filter(Boolean).join(' · ')),
      make('td', { className: 'hint' }, heard(topics)),
    ),
  );
  panel.replaceChildren(make('table', {}, headRow(['Event', 'Time', 'About', 'Told']), make('tbody', {}, ...rows)));
};

const fillSource = (panel, { id }) => {
  const source = make('pre', { tabIndex: 0 }, 'Loading…');
  panel.replaceChildren(source);
  readSource(id).then(
    (text) => source.replaceChildren(text),
    ({ message }) => source.replaceChildren(message),
  );
};

const tabsOf = (mail) => [
  ...(mail.html === undefined ? [] : [{ name: 'html', label: 'HTML', fill: (panel) => fillHtml(panel, mail.html) }]),
  {
    name: 'text',
    label: 'Text',
    fill: (panel) =>
      panel.replaceChildren(
        make('pre', { className: 'prose', tabIndex: 0 }, mail.text ?? 'This message has no text part.'),
      ),
  },
  { name: 'source', label: 'Source', fill: (panel) => fillSource(panel, mail) },
  { name: 'headers', label: 'Headers', fill: (panel) => fillHeaders(panel, mail) },
  { name: 'events', label: 'Events', fill: (panel) => fillEvents(panel, shown.mail) },
];

/** Shows a message, or, if it is the one that is open, only what has happened to it since. */
export const showMessage = (mail) => {
  if (shown?.mail.id === mail.id) {
    shown.mail = mail;
    shown.outcomes.replaceChildren(...badges(mail.outcomes));
    shown.tabs.refill('events');
    return;
  }
  const outcomes = make('div', { className: 'outcomes' }, ...badges(mail.outcomes));
  shown = { mail, outcomes };
  shown.tabs = makeTabs(tabsOf(mail), wanted);
  byId('message').replaceChildren(
    make(
      'header',
      { className: 'message-head' },
      make(
        'div',
        { className: 'message-tools' },
        make('a', { href: '#', className: 'back' }, '← Messages'),
        make('a', { href: rawUrl(mail.id), className: 'button', download: `${mail.id}.eml` }, 'Download raw'),
      ),
      make('h2', {}, mail.subject || '(no subject)'),
      outcomes,
      factsOf(mail),
      attachmentsOf(mail),
    ),
    shown.tabs.list,
    shown.tabs.panels,
  );
};

/** Shows a sentence instead of a message. */
export const showNoMessage = (text) => {
  shown = undefined;
  byId('message').replaceChildren(make('p', { className: 'no-message' }, text));
};
