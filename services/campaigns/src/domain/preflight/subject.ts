import { LONGEST_SUBJECT } from '../letterhead.ts';
import { type Check, fine, stop, warning } from './check.ts';

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const HAS_OUTPUT = /\{\{/;

/** Phones show some forty characters, mail programs on a desk some seventy. */
const LONG_SUBJECT = 70;

/** Below so many letters, capitals are a name. */
const FEWEST_LETTERS = 10;
const MOST_CAPITALS = 0.6;

export type SubjectHint = 'empty' | 'long' | 'capitals' | 'exclamation_marks' | 'money' | 'pretends_reply';

const words: Readonly<Record<SubjectHint, string>> = {
  empty: 'it is empty',
  long: `it is longer than ${LONG_SUBJECT} characters, so most readers see its beginning only`,
  capitals: 'most of it is in capitals',
  exclamation_marks: 'it has several exclamation marks',
  money: 'it shouts about money',
  pretends_reply: 'it begins like an answer, which it is not',
};

const charactersIn = (text: string): number => Array.from(text).length;

const isCapitals = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters >= FEWEST_LETTERS && capitals > letters * MOST_CAPITALS;
};

const hintsIn = (subject: string): readonly SubjectHint[] => {
  const text = subject.replaceAll(LIQUID, '').trim();
  const claims: readonly (readonly [SubjectHint, boolean])[] = [
    ['empty', text === '' && !HAS_OUTPUT.test(subject)],
    ['long', charactersIn(text) > LONG_SUBJECT],
    ['capitals', isCapitals(text)],
    ['exclamation_marks', (text.match(/[!！]/g) ?? []).length > 1],
    ['money', /[$€₩£]{2,}|100\s?%\s?(?:free|무료)/i.test(text)],
    ['pretends_reply', /^(?:re|fwd?|aw)\s*:/i.test(text)],
  ];
  return claims.filter(([, isSo]) => isSo).map(([hint]) => hint);
};

/** What spam filters, and people, dislike in a subject. */
export const checkSubject = (subject: string): Check => {
  const id = 'subject';
  const hints = hintsIn(subject);
  const data = { subject, characters: charactersIn(subject.replaceAll(LIQUID, '')), hints };
  if (subject.length > LONGEST_SUBJECT) {
    return stop({
      id,
      found: 'too_long',
      title: `The subject has more than ${LONGEST_SUBJECT} characters, together with the label of its sender.`,
      advice: 'Shorten it in the template.',
      data,
    });
  }
  if (hints.length === 0) return fine({ id, found: 'fine', title: 'The subject looks right.', data });
  return warning({
    id,
    found: 'doubtful',
    title: `The subject may harm the mail: ${hints.map((hint) => words[hint]).join('; ')}.`,
    advice: 'Say in one plain sentence what the mail is about.',
    data,
  });
};
