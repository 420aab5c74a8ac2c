import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { settleConflict } from '../../common/settle-conflict.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import { countAnew } from '../counts.ts';
import type { ContactCard } from '../model.ts';
import { type Fields, isSame, readFields, toSave } from './fields.ts';
import { contactKey, contactQuery, editContact } from './queries.ts';
import { useContactTexts } from './texts.ts';

/** The fields of a person while somebody edits them: what is typed is kept, and never written over what others have saved. */
export const useFields = ({ contactId, fields: saved }: ContactCard, version: string) => {
  const t = useContactTexts();
  const queries = useQueryClient();
  const draft = useVersionedDraft<Fields>({
    key: `contact.${contactId}`,
    read: readFields,
    saved: { version, values: saved },
  });
  const fields = draft.values;
  const save = useMutation({
    mutationFn: ({ sent, over }: { readonly sent: Fields; readonly over: string }) =>
      editContact({ contactId, fields: toSave(sent), version: over }),
    onSuccess: async (answer, { sent }) => {
      notifications.show({ message: t('fields.saved') });
      countAnew(queries);
      await queries.invalidateQueries({ queryKey: contactKey(contactId) });
      draft.settle(sent, answer.version);
    },
  });
  const saveOver = (over: string) => save.mutate({ sent: fields, over });
  const readAgain = () => queries.fetchQuery({ ...contactQuery(contactId), staleTime: 0 });
  return {
    fields,
    isChanged: !isSame(fields, saved),
    isSaving: save.isPending,
    change: draft.edit,
    drop: () => {
      draft.drop();
      save.reset();
    },
    ...settleConflict({ version: draft.version, drop: draft.drop, change: save, saveOver, readAgain }),
  };
};
