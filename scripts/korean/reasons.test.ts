import { RULE_SENTENCES } from '../../services/audience/src/application/segments/rule-sentences.ts';
import { WAITS_FOR_IMPORTS } from '../../services/audience/src/application/snapshot/await-imports.ts';
import { SNAPSHOT_FAILURES } from '../../services/audience/src/application/snapshot/tell-failure.ts';
import { RUN_REASONS } from '../../services/campaigns/src/domain/run-reasons.ts';
import { RUN_FAILURES } from '../../services/campaigns/src/handlers/run-failures.ts';
import { SENTENCES } from '../../services/campaigns/src/handlers/sentences.ts';
import { KOREAN_REASONS } from '../../services/console/web/src/runs/korean-reasons.ts';
import { sayReason } from '../../services/console/web/src/runs/say-reason.ts';

/** Those that stand in the reason of a failure to freeze the files of a mail. */
const aboutFiles = [
  SENTENCES.media_missing,
  SENTENCES.media_not_shown,
  SENTENCES.too_many_files,
  SENTENCES.message_too_large,
  SENTENCES.media_not_uploaded,
  SENTENCES.media_differs,
];

const reasons = [RUN_REASONS, RUN_FAILURES, SNAPSHOT_FAILURES, RULE_SENTENCES]
  .flatMap((sentences) => Object.values(sentences))
  .concat(aboutFiles, WAITS_FOR_IMPORTS);

const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe.each(reasons)('%s', (sentence) => {
  it('is said in Korean, with nothing filled in that it does not name', () => {
    const korean = KOREAN_REASONS[sentence] ?? '';

    expect(korean).toMatch(/[가-힣]/);
    expect(placesOf(korean).filter((name) => !placesOf(sentence).includes(name))).toEqual([]);
  });

  it('is known again once it is filled in', () => {
    const told = sentence.replace(/\{(\w+)\}/g, (_, name: string) => `<${name}>`);

    const said = sayReason(told, KOREAN_REASONS);

    expect(said).toBe((KOREAN_REASONS[sentence] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => `<${name}>`));
  });
});

it('has Korean for nothing that no service says any more', () => {
  const states = ['draft', 'scheduled', 'sending', 'held', 'sent', 'cancelled', 'failed', 'cannot be read'];

  expect(Object.keys(KOREAN_REASONS).filter((sentence) => ![...reasons, ...states].includes(sentence))).toEqual([]);
});
