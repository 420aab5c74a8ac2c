import { deleteMessages, listMessages, readMessage, readSummary } from './api.js';
import { byId, make } from './dom.js';
import { markOpen, showList } from './list.js';
import { showMessage, showNoMessage } from './message.js';
import { count } from './words.js';

const PAGE_SIZE = 50;
const MOST_AT_ONCE = 1000;
const REFRESH_MS = 2000;
const TYPING_MS = 150;

const state = { search: '', run: '', limit: PAGE_SIZE, version: undefined, asking: new AbortController() };

const openId = () => location.hash.slice(1);

const say = (text) => {
  byId('status').textContent = text;
};

const showFigures = ({ accepted, recipients, sentTwice, byOutcome }) => {
  const figures = [
    ['Accepted', accepted],
    ['Recipients', recipients],
    ['Sent twice', sentTwice],
    ['Delivered', byOutcome.delivered],
    ['Bounced', byOutcome.bounced + byOutcome.soft_bounced],
    ['Complained', byOutcome.complained],
    ['Opened', byOutcome.opened],
    ['Clicked', byOutcome.clicked],
  ];
  byId('figures').replaceChildren(
    ...figures.map(([name, value]) => {
      const isAlarming = name === 'Sent twice' && value > 0;
      return make(
        'div',
        { className: isAlarming ? 'figure alarming' : 'figure' },
        make('dt', {}, name),
        make('dd', {}, count(value)),
      );
    }),
  );
};

const showRuns = (runs) => {
  const select = byId('run');
  if (select.options.length === runs.length + 1) return;
  select.replaceChildren(
    make('option', { value: '' }, 'All runs'),
    ...runs.map((run) => make('option', { value: run }, run)),
  );
  select.value = state.run;
};

const loadList = async () => {
  state.asking.abort();
  state.asking = new AbortController();
  const { search, run, limit } = state;
  const page = await listMessages({ search, run, limit }, state.asking.signal);
  showList(page, { search, run });
  markOpen(openId());
};

const loadMessage = async () => {
  const id = openId();
  document.body.classList.toggle('reading', id !== '');
  if (id === '') {
    showNoMessage('Choose a message to read it.');
    return;
  }
  try {
    showMessage(await readMessage(id));
  } catch (error) {
    showNoMessage(error.message);
  }
};

const refresh = async () => {
  const summary = await readSummary(state.run);
  if (summary.version === state.version) return;
  state.version = summary.version;
  showFigures(summary);
  showRuns(summary.runs);
  await Promise.all([loadList(), openId() === '' ? undefined : loadMessage()]);
};

/** Does it, and says so if it could not be done. An answer nobody waits for any more is not worth a word. */
const attempt = (act) =>
  act().catch((error) => (error.name === 'AbortError' ? undefined : say(`Not up to date: ${error.message}`)));

const refreshForever = async () => {
  if (!document.hidden) await attempt(refresh);
  setTimeout(refreshForever, REFRESH_MS);
};

const ask = (changes) => {
  Object.assign(state, changes, { version: undefined });
  return attempt(refresh);
};

const askAnew = (changes) => {
  byId('list').parentElement.scrollTo({ top: 0 });
  return ask({ ...changes, limit: PAGE_SIZE });
};

const deleteAll = async () => {
  byId('confirm').close();
  await attempt(deleteMessages);
  location.hash = '';
  await askAnew({ run: '' });
};

const openMessage = async () => {
  markOpen(openId());
  await attempt(loadMessage);
  if (openId() !== '') byId('message').focus();
};

let typing;
byId('search').addEventListener('input', ({ target }) => {
  clearTimeout(typing);
  typing = setTimeout(() => askAnew({ search: target.value }), TYPING_MS);
});
byId('run').addEventListener('change', ({ target }) => askAnew({ run: target.value }));
byId('more').addEventListener('click', () => ask({ limit: Math.min(MOST_AT_ONCE, state.limit * 2) }));

byId('delete').addEventListener('click', () => byId('confirm').showModal());
byId('keep').addEventListener('click', () => byId('confirm').close());
byId('delete-now').addEventListener('click', () => void deleteAll());

addEventListener('hashchange', () => void openMessage());

showRuns([]);
await attempt(loadMessage);
await refreshForever();
markOpen(openId())?.scrollIntoView({ block: 'nearest' });
