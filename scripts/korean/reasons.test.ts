import { RULE_SENTENCES } from '../../services/audience/src/application/segments/rule-sentences.ts';
import { WAITS_FOR_IMPORTS } from '../../services/audience/src/application/snapshot/await-imports.ts';
import { SNAPSHOT_FAILURES } from '../../services/audience/src/application/snapshot/tell-failure.ts';
import { FILE_SENTENCES } from '../../services/audience/src/domain/file-problem.ts';
import { IMPORT_NOTES } from '../../services/audience/src/domain/import-notes.ts';
import { UPLOAD_SENTENCES } from '../../services/audience/src/handlers/import-body.ts';
import { RUN_REASONS } from '../../services/campaigns/src/domain/run-reasons.ts';
import { RUN_FAILURES } from '../../services/campaigns/src/handlers/run-failures.ts';
import { SENTENCES } from '../../services/campaigns/src/handlers/sentences.ts';
import { KOREAN_FILES } from '../../services/console/web/src/audience/imports/korean-files.ts';
import { KOREAN_NOTES } from '../../services/console/web/src/audience/imports/korean-notes.ts';
import { sayAgain } from '../../services/console/web/src/common/language/say-again.ts';
import { KOREAN_REASONS } from '../../services/console/web/src/runs/korean-reasons.ts';

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
  .flatMap((sentences): readonly string[] => Object.values(sentences))
  .concat(aboutFiles, WAITS_FOR_IMPORTS);

const files = [...Object.values(FILE_SENTENCES), ...Object.values(UPLOAD_SENTENCES)];

const told = [
  ...reasons.map((sentence) => ({ sentence, words: KOREAN_REASONS })),
  ...Object.values(IMPORT_NOTES).map((sentence) => ({ sentence, words: KOREAN_NOTES })),
  ...files.map((sentence) => ({ sentence, words: KOREAN_FILES })),
];

const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => `<${name}>`);

describe.each(told)('$sentence', ({ sentence, words }) => {
  it('is said in Korean, with nothing filled in that it does not name', () => {
    const korean = words[sentence] ?? '';

    expect(korean).toMatch(/[가-힣]/);
    expect(placesOf(korean).filter((name) => !placesOf(sentence).includes(name))).toEqual([]);
  });

  it('is known again once it is filled in', () => {
    expect(sayAgain(filled(sentence), words)).toBe(filled(words[sentence] ?? ''));
  });
});

/** What stands in a sentence. */
const parts = ['draft', 'scheduled', 'sending', 'held', 'sent', 'cancelled', 'failed', 'cannot be read'];

it('has Korean for nothing that no service says any more', () => {
  const known = [...told.map(({ sentence }) => sentence), ...parts];

  const words = [...Object.keys(KOREAN_REASONS), ...Object.keys(KOREAN_NOTES), ...Object.keys(KOREAN_FILES)];
  expect(words.filter((sentence) => !known.includes(sentence))).toEqual([]);
});
