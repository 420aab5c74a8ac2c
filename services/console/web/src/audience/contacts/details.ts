import type { ConsentEntry, Happening } from '../model.ts';
import { useContactTexts } from './texts.ts';
import { useListName } from './use-list-name.ts';

const joinedBy = ({ importId, formId }: Extract<Happening, { readonly kind: 'joined' }>) => {
  if (importId !== undefined) return 'byImport';
  return formId === undefined ? 'byHand' : 'byForm';
};

type Evidence = Omit<ConsentEntry, 'change' | 'at'>;

/** What belongs to something on a timeline, a sentence each. */
export const useDetails = (language: 'en' | 'ko') => {
  const evidenceOf = useEvidence(language);
  const t = useContactTexts();
  const nameOf = useListName();
  return (item: Happening): readonly string[] => {
    switch (item.kind) {
      case 'joined':
        return [`${t('detail.list', { list: nameOf(item.listId) })} · ${t(`detail.${joinedBy(item)}`)}`];
      case 'opened':
      case 'clicked':
        return [];
      case 'edited':
        return [t('detail.fields', { names: item.fields.join(', ') })];
      case 'soft_bounced':
        return item.meaning === undefined ? [] : [item.meaning[language]];
      case 'returned':
      case 'bounced':
      case 'complained':
      case 'left':
        return evidenceOf(item);
    }
  };
};

/** How somebody made known what they want. */
export const useEvidence = (language: 'en' | 'ko') => {
  const t = useContactTexts();
  const nameOf = useListName();
  return ({ scope, how, meaning, inARow, runId, words }: Evidence): readonly string[] => {
    const about =
      scope.kind === 'everything' ? t('detail.everything') : t('detail.list', { list: nameOf(scope.listId) });
    return [
      how === undefined ? about : `${about} · ${t(`how.${how}`)}`,
      ...(meaning === undefined ? [] : [meaning[language]]),
      ...(inARow === undefined ? [] : [t('detail.inARow', { count: inARow })]),
      ...(runId === undefined ? [] : [t('detail.run', { run: runId })]),
      ...(words === undefined ? [] : [t('detail.words', { words })]),
    ];
  };
};
