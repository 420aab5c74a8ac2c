import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { Allowed } from '../../common/allowed.tsx';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import type { FormWithHtml } from '../model.ts';
import { deleteForm, FORMS, formsQuery } from './queries.ts';
import { useFormTexts } from './texts.ts';

export const DeleteForm = ({ form: { formId, name } }: { readonly form: FormWithHtml }) => {
  const t = useFormTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure();
  const remove = useMutation({
    mutationFn: () => deleteForm(formId),
    onSuccess: async () => {
      await navigate({ to: '/audience/forms', ignoreBlocker: true });
      queries.removeQueries({ queryKey: [...FORMS, formId] });
      await queries.invalidateQueries({ queryKey: formsQuery().queryKey });
    },
  });
  return (
    <>
      <Allowed role="author">
        {(may) => (
          <Button variant="default" disabled={!may} onClick={asking.open}>
            {t('delete.do')}
          </Button>
        )}
      </Allowed>
      <ConfirmDialog
        opened={isAsking}
        title={t('delete.title', { name })}
        confirm={t('delete.confirm')}
        isDangerous
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={asking.close}
      >
        <Text size="sm">{t('delete.text')}</Text>
      </ConfirmDialog>
    </>
  );
};
