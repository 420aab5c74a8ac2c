import type { SummaryAnswer } from '../answers.ts';
import { type Asked, deleteMessages, listMessages, readMessage, readSummary } from './api.ts';
import { byId, make } from './dom.ts';
import { isAbort, messageOf } from './error.ts';
import { markOpen, showList } from './list.ts';
import { showMessage, showNoMessage } from './message.ts';
import { count } from './words.ts';

const PAGE_SIZE = 50;
const MOST_AT_ONCE = 1000;
const REFRESH_MS = 2000;
const TYPING_MS = 150;

interface State extends Asked {
  /** Of the mailbox, when it was last shown; none, if it must be asked again. */
  readonly version: number | undefined;
}

let state: State = { search: '', run: '', limit: PAGE_SIZE, version: undefined };
let asking = new AbortController();
let typing: number | undefined;

const list = byId('list', HTMLOListElement);
const search = byId('search', HTMLInputElement);
const run = byId('run', HTMLSelectElement);
const confirmation = byId('confirm', HTMLDialogElement);
const message = byId('message', HTMLElement);

const openId = (): string => location.hash.slice(1);

const say = (text: string): void => {
  byId('status', HTMLParagraphElement).textContent = text;
};

const showFigures = ({ accepted, recipients, sentTwice, byOutcome }: SummaryAnswer): void => {
  const figures: readonly (readonly [string, number])[] = [
    ['Accepted', accepted],
    ['Recipients', recipients],
    ['Sent twice', sentTwice],
    ['Delivered', byOutcome.delivered],
    ['Bounced', byOutcome.bounced + byOutcome.soft_bounced],
    ['Complained', byOutcome.complained],
    ['Opened', byOutcome.opened],
    ['Clicked', byOutcome.clicked],
  ];
  byId('figures', HTMLDListElement).replaceChildren(
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

const showRuns = (runs: readonly string[]): void => {
  if (run.options.length === runs.length + 1) return;
  run.replaceChildren(
    make('option', { value: '' }, 'All runs'),
    ...runs.map((name) => make('option', { value: name }, name)),
  );
  run.value = state.run;
};

const loadList = async (): Promise<void> => {
  asking.abort();
  asking = new AbortController();
  const asked = state;
  showList(await listMessages(asked, asking.signal), asked);
  markOpen(openId());
};

const loadMessage = async (): Promise<void> => {
  const id = openId();
  document.body.classList.toggle('reading', id !== '');
  if (id === '') {
    showNoMessage('Choose a message to read it.');
    return;
  }
  try {
    showMessage(await readMessage(id));
  } catch (error) {
    showNoMessage(messageOf(error));
  }
};

const refresh = async (): Promise<void> => {
  const summary = await readSummary(state.run);
  if (summary.version === state.version) return;
  state = { ...state, version: summary.version };
  showFigures(summary);
  showRuns(summary.runs);
  await Promise.all([loadList(), openId() === '' ? undefined : loadMessage()]);
};

/** Does it, and says so if it could not be done. An answer nobody waits for any more is not worth a word. */
const attempt = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!isAbort(error)) say(`Not up to date: ${messageOf(error)}`);
  }
};

const refreshForever = async (): Promise<void> => {
  if (!document.hidden) await attempt(refresh);
  setTimeout(() => void refreshForever(), REFRESH_MS);
};

const ask = (changes: Partial<Asked>): Promise<void> => {
  state = { ...state, ...changes, version: undefined };
  return attempt(refresh);
};

const askAnew = (changes: Partial<Asked>): Promise<void> => {
  list.parentElement?.scrollTo({ top: 0 });
  return ask({ ...changes, limit: PAGE_SIZE });
};

const deleteAll = async (): Promise<void> => {
  confirmation.close();
  await attempt(deleteMessages);
  location.hash = '';
  await askAnew({ run: '' });
};

const openMessage = async (): Promise<void> => {
  markOpen(openId());
  await attempt(loadMessage);
  if (openId() !== '') message.focus();
};

search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => void askAnew({ search: search.value }), TYPING_MS);
});
run.addEventListener('change', () => void askAnew({ run: run.value }));
byId('more', HTMLButtonElement).addEventListener(
  'click',
  () => void ask({ limit: Math.min(MOST_AT_ONCE, state.limit * 2) }),
);

byId('delete', HTMLButtonElement).addEventListener('click', () => confirmation.showModal());
byId('keep', HTMLButtonElement).addEventListener('click', () => confirmation.close());
byId('delete-now', HTMLButtonElement).addEventListener('click', () => void deleteAll());

addEventListener('hashchange', () => void openMessage());

showRuns([]);
await attempt(loadMessage);
await refreshForever();
markOpen(openId())?.scrollIntoView({ block: 'nearest' });
