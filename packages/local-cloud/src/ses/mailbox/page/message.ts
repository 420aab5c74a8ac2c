import type { Message } from '../answers.ts';
import { attachmentUrl, rawUrl, readSource } from './api.ts';
import { byId, make } from './dom.ts';
import { messageOf } from './error.ts';
import { fillHtml } from './html-tab.ts';
import { makeTabs, type Tab, type Tabs } from './tabs.ts';
import { badges, exactTime, longTime, size } from './words.ts';

/** The tab that stays open from one message to the next. */
const wanted = { name: 'html' };

/** A message that is replaced by a newer state of itself. */
interface Newest {
  mail: Message;
}

interface Shown {
  readonly newest: Newest;
  readonly outcomes: HTMLElement;
  readonly tabs: Tabs;
}

let shown: Shown | undefined;

const fact = (name: string, ...values: readonly (Node | string)[]): readonly HTMLElement[] => [
  make('dt', {}, name),
  make('dd', {}, ...values),
];

const factsOf = ({ at, from, to, tags, configurationSet }: Message): HTMLElement => {
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

const attachmentsOf = ({ id, attachments }: Message): HTMLElement | undefined =>
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

const headRow = (names: readonly string[]): HTMLElement =>
  make('thead', {}, make('tr', {}, ...names.map((name) => make('th', { scope: 'col' }, name))));

const fillHeaders = (panel: HTMLElement, { headers }: Message): void => {
  const rows = headers.map(({ name, value }) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)),
  );
  panel.replaceChildren(make('table', {}, headRow(['Header', 'Value']), make('tbody', {}, ...rows)));
};

const heard = (topics: number): string =>
  topics === 0 ? 'nobody listens' : `published to ${topics} topic${topics > 1 ? 's' : ''}`;

const fillEvents = (panel: HTMLElement, { events }: Message): void => {
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

const fillSource = (panel: HTMLElement, { id }: Message): void => {
  const source = make('pre', { tabIndex: 0 }, 'Loading…');
  panel.replaceChildren(source);
  readSource(id).then(
    (text) => source.replaceChildren(text),
    (error: unknown) => source.replaceChildren(messageOf(error)),
  );
};

const htmlTab = (html: string): Tab => ({ name: 'html', label: 'HTML', fill: (panel) => fillHtml(panel, html) });

const tabsOf = (mail: Message, newest: Newest): readonly Tab[] => [
  ...(mail.html === undefined ? [] : [htmlTab(mail.html)]),
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
  { name: 'events', label: 'Events', fill: (panel) => fillEvents(panel, newest.mail) },
];

/** Shows a message, or, if it is the one that is open, only what has happened to it since. */
export const showMessage = (mail: Message): void => {
  if (shown?.newest.mail.id === mail.id) {
    shown.newest.mail = mail;
    shown.outcomes.replaceChildren(...badges(mail.outcomes));
    shown.tabs.refill('events');
    return;
  }
  const outcomes = make('div', { className: 'outcomes' }, ...badges(mail.outcomes));
  const newest = { mail };
  const tabs = makeTabs(tabsOf(mail, newest), wanted);
  shown = { newest, outcomes, tabs };
  byId('message', HTMLElement).replaceChildren(
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
    tabs.list,
    tabs.panels,
  );
};

/** Shows a sentence instead of a message. */
export const showNoMessage = (text: string): void => {
  shown = undefined;
  byId('message', HTMLElement).replaceChildren(make('p', { className: 'no-message' }, text));
};
