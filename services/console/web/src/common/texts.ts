import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<string, string>>;

/** `members_one` and `members_other` are asked for as `members` with a `count`. */
type Asked<Key> = Key extends `${infer Stem}_${'one' | 'other' | 'zero'}` ? Stem : Key;

/**
 * Declares the words of a feature, and gives the hook that says them. Korean must have every key that English has: where it lacks one it does not compile.
 * @example
 * const useTexts = defineTexts('lists', { en: { title: 'Lists', members_one: '{{count}} person', members_other: '{{count, number}} people' }, ko: { … } });
 * const t = useTexts(); t('members', { count: 12 });
 */
export const defineTexts = <En extends Words>(
  feature: string,
  { en, ko }: { readonly en: En; readonly ko: { readonly [Key in keyof En]: string } },
) => {
  const add = (): void => {
    i18next.addResourceBundle('en', feature, en);
    i18next.addResourceBundle('ko', feature, ko);
  };
  if (i18next.isInitialized) add();
  else i18next.on('initialized', add);

  return () => {
    const { t } = useTranslation(feature);
    return (key: Asked<keyof En & string>, values: Values = {}): string => say(t, key, values);
  };
};

/** i18next would work out the values of every text by type, which takes it long and finds nothing: keys are checked above. */
const say = (t: (key: string, values: Values) => string, key: string, values: Values): string => t(key, values);
