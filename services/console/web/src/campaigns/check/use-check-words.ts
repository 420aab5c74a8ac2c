import { useLanguage } from '../../common/language/use-language.ts';
import { liquidFor } from '../../common/mail/liquid-for.ts';
import { useCheckTexts } from './check-texts.ts';
import { inKorean } from './korean-checks.ts';
import type { OwnCheck } from './own-check.ts';
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
  'merge_fields.defaulted',
  'merge_fields.rare',
  'merge_gaps.some',
  'merge_gaps.about',
  'letterhead.missing',
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
  return ({ id, found, data, gaps = [], field = '' }: OwnCheck): Words => {
    const key = KEYS.find((one) => one === `${id}.${found}`);
    const advised = ADVISED.find((one) => one === `${id}.${found}`);
    const values = {
      ...data,
      gaps: gaps.map((gap) => t('gap', { ...gap })).join(' · '),
      example: liquidFor(field, '…'),
    };
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
  'merge_fields.nobody',
  'merge_fields.known',
  'merge_fields.unknown',
  'merge_fields.defaulted',
  'merge_fields.rare',
  'merge_gaps.some',
  'merge_gaps.about',
  'merge_gaps.covered',
  'merge_gaps.full',
  'letterhead.missing',
  'one_click.pending',
  'one_click.failed',
  'one_click.works',
  'one_click.broken',
] as const;
