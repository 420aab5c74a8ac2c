import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isConflict } from '../../shared/problem.ts';
import { useDraft } from '../../shared/use-draft.ts';
import type { ContactCard } from '../model.ts';
import { type Fields, isSame, readFields, toSave } from './fields.ts';
import { contactKey, contactQuery, editContact } from './queries.ts';
import { useContactTexts } from './texts.ts';

/** The fields of a person while somebody edits them: what is typed is kept, and never written over what others have saved. */
export const useFields = ({ contactId, fields: saved }: ContactCard, version: string) => {
  const t = useContactTexts();
  const queries = useQueryClient();
  const { draft, keep, drop } = useDraft(`contact.${contactId}`, readFields);
  const fields: Fields = draft ?? saved;
  const save = useMutation({
    mutationFn: (over: string) => editContact({ contactId, fields: toSave(fields), version: over }),
    onSuccess: async () => {
      notifications.show({ message: t('fields.saved') });
      await queries.invalidateQueries({ queryKey: contactKey(contactId) });
      drop();
    },
  });
  const readAgain = () => queries.fetchQuery({ ...contactQuery(contactId), staleTime: 0 });
  return {
    fields,
    isChanged: !isSame(fields, saved),
    isSaving: save.isPending,
    error: isConflict(save.error) ? null : save.error,
    hasConflict: isConflict(save.error),
    change: keep,
    drop: () => {
      drop();
      save.reset();
    },
    save: () => save.mutate(version),
    saveMine: async () => save.mutate((await readAgain()).version),
    takeTheirs: async () => {
      await readAgain();
      drop();
      save.reset();
    },
    later: () => save.reset(),
  };
};
