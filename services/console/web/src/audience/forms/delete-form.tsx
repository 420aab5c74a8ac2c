import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { DeleteButton } from '../../common/delete-button.tsx';
import { without } from '../../common/queries/without.ts';
import type { FormWithHtml } from '../model.ts';
import { deleteForm, FORMS, formsQuery } from './queries.ts';
import { useFormTexts } from './texts.ts';

export const DeleteForm = ({ form: { formId, name } }: { readonly form: FormWithHtml }) => {
  const t = useFormTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => deleteForm(formId),
    onSuccess: async () => {
      const { queryKey } = formsQuery();
      queries.setQueryData(queryKey, (listed) => without(listed, (one) => one.formId === formId));
      void queries.invalidateQueries({ queryKey });
      await navigate({ to: '/audience/forms', ignoreBlocker: true });
      queries.removeQueries({ queryKey: [...FORMS, formId] });
    },
  });
  return (
    <DeleteButton
      title={t('delete.title', { name })}
      text={t('delete.text')}
      confirm={t('delete.confirm')}
      removal={removal}
    >
      {t('delete.do')}
    </DeleteButton>
  );
};
