import { useLanguage } from '../../common/language/use-language.ts';

import { useCheckTexts } from './check-texts.ts';
import { inKorean } from './korean-checks.ts';
import type { OwnCheck } from './own-checks.ts';
import type { AnyCheck } from './verdict.ts';

interface Words {
  readonly title: string;
  readonly advice?: string;
}

const ADVISED = [
  'audience.failed',
  'audience.nobody',
  'merge_fields.failed',
  'merge_fields.unknown',
  'one_click.failed',
  'one_click.broken',
] as const;

const isOwn = (check: AnyCheck): check is OwnCheck => !('title' in check);

/** What was found, in the language of whoever reads it. */
export const useCheckWords = () => {
  const language = useLanguage();
  const own = useOwnWords();
  return (check: AnyCheck): Words => {
    if (isOwn(check)) return own(check);
    if (language === 'ko') return inKorean(check);
    return { title: check.title, ...(check.advice !== undefined && { advice: check.advice }) };
  };
};

const useOwnWords = () => {
  const t = useCheckTexts();
  return ({ id, found, data }: OwnCheck): Words => {
    const key = KEYS.find((one) => one === `${id}.${found}`);
    const advised = ADVISED.find((one) => one === `${id}.${found}`);
    const values = { ...data, example: exampleFor(data['fields']) };
    return {
      title: key === undefined ? found : t(key, values),
      ...(advised !== undefined && { advice: t(`${advised}.advice`, values) }),
    };
  };
};

const KEYS = [
  'audience.pending',
  'audience.failed',
  'audience.nobody',
  'audience.some',
  'merge_fields.pending',
  'merge_fields.failed',
  'merge_fields.none',
  'merge_fields.known',
  'merge_fields.unknown',
  'one_click.pending',
  'one_click.failed',
  'one_click.works',
  'one_click.broken',
] as const;

/** How a default is written, for the first of the fields. */
const exampleFor = (fields: string | number | undefined): string =>
  `{{ ${String(fields ?? '').split(', ')[0]} | default: "…" }}`;
