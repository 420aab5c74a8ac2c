import { ActionIcon, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useMay } from '../../app/session/session-context.tsx';
import { api, ask, tell } from '../../common/api.ts';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { useProblemText } from '../../common/problem-alert.tsx';
import { without } from '../../common/queries/without.ts';
import { templatesQuery } from '../queries.ts';
import { useTemplatesTexts } from './texts.ts';

interface Props {
  readonly template: { readonly templateId: string; readonly name: string };
}

/** What can be done with a template without opening it. Nothing for those who may only look. */
export const TemplateMenu = ({ template }: Props) => {
  const t = useTemplatesTexts();
  const isAuthor = useMay('author');
  const copy = useCopy(template);
  const [isAsking, dialog] = useDisclosure();
  if (!isAuthor) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            loading={copy.isPending}
            aria-label={t('actions', { name: template.name })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => copy.mutate()}>
            {t('copy')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={dialog.open}>
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <DeleteTemplate template={template} opened={isAsking} onClose={dialog.close} />
    </>
  );
};

const useCopy = ({ templateId, name }: Props['template']) => {
  const t = useTemplatesTexts();
  const say = useProblemText();
  const queries = useQueryClient();
  const copyName = t('copy.name', { name });
  return useMutation({
    mutationFn: async () => {
      const whole = await ask(
        api.campaigns.GET('/api/campaigns/templates/{templateId}', { params: { path: { templateId } } }),
      );
      const { templateId: _, version: __, fields: ___, format: ____, ...content } = whole;
      return ask(api.campaigns.POST('/api/campaigns/templates', { body: { ...content, name: copyName } }));
    },
    onSuccess: () => notifications.show({ message: t('copied', { name: copyName }), color: 'teal' }),
    onError: (error) => notifications.show({ message: say(error), color: 'red' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['templates'] }),
  });
};

interface DeleteProps extends Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const DeleteTemplate = ({ template: { templateId, name }, opened, onClose }: DeleteProps) => {
  const t = useTemplatesTexts();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      tell(api.campaigns.DELETE('/api/campaigns/templates/{templateId}', { params: { path: { templateId } } })),
    onSuccess: () => {
      queries.setQueryData(templatesQuery().queryKey, (listed) =>
        without(listed, (one) => one.templateId === templateId),
      );
      notifications.show({ message: t('deleted', { name }), color: 'teal' });
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['templates'] }),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('delete.title', { name })}
      confirm={t('delete')}
      isDangerous
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('delete.text')}</Text>
    </ConfirmDialog>
  );
};
