import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

import { useConflict } from '../../common/use-conflict.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import { countAnew } from '../counts.ts';
import type { ContactCard } from '../model.ts';
import { type Fields, isSame, readFields, toSave } from './fields.ts';
import { contactKey, contactQuery, editContact, readContact } from './queries.ts';
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
    mutationFn: async ({ sent, over }: { readonly sent: Fields; readonly over: string | undefined }) => {
      const newest = over ?? (await readContact(contactId)).version;
      return editContact({ contactId, fields: toSave(sent), version: newest });
    },
    onSuccess: (answer, { sent }) => {
      showSaved(queries, answer);
      draft.settle(sent, answer.version);
      notifications.show({ message: t('fields.saved') });
      countAnew(queries);
      void queries.invalidateQueries({ queryKey: contactKey(contactId) });
    },
  });
  const saveOver = (over: string | undefined) => save.mutate({ sent: fields, over });
  const showTheirs = async () => {
    queries.setQueryData(contactQuery(contactId).queryKey, await readContact(contactId));
  };
  const conflict = useConflict({ version: draft.version, drop: draft.drop, change: save, saveOver, showTheirs });
  return {
    fields,
    isChanged: !isSame(fields, saved),
    isSaving: save.isPending,
    change: draft.edit,
    drop: () => {
      draft.drop();
      save.reset();
    },
    ...conflict,
  };
};

/** What was saved is known by the answer: nobody waits for it to be read again, which may fail. */
const showSaved = (queries: QueryClient, { data, version }: Awaited<ReturnType<typeof editContact>>): void => {
  const { queryKey } = contactQuery(data.contactId);
  queries.setQueryData(queryKey, (card) => card && { data: { ...card.data, fields: data.fields }, version });
};
