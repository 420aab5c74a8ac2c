import { type Result, refuse, succeed } from './result.ts';
import type { ValueProblem } from './value-problem.ts';

const TRUE = new Set('true t yes y on 1 예 네 참 맞음 동의 はい 是 ja oui sí si vrai wahr ○ ◯ 〇 ✓ ✔ ✅ ☑'.split(' '));
const FALSE = new Set(
  'false f no n off 0 아니오 아니요 거짓 아님 미동의 いいえ 否 nein non faux falsch × ✗ ✘ ✕ ❌ ☐'.split(' '),
);
/** Asks for a sign as a coloured picture. */
const PICTURE = /\uFE0F/gu;

/** Reads yes or no. A plain letter x is neither: in some offices it ticks a box, in others it says no. */
export const readTruth = (text: string): Result<string, ValueProblem> => {
  const word = text.normalize('NFKC').replaceAll(PICTURE, '').trim().toLowerCase();
  if (TRUE.has(word)) return succeed('true');
  return FALSE.has(word) ? succeed('false') : refuse('boolean_malformed');
};
