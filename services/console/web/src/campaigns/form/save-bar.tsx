import { Button, Group, Paper, Text } from '@mantine/core';

import { useFormTexts } from './form-texts.ts';
import type { CampaignForm } from './use-campaign-form.ts';

interface Props {
  readonly form: CampaignForm;
  readonly isNew: boolean;
  readonly isBusy: boolean;
}

/** Stays in sight however long the form is. */
export const SaveBar = ({ form, isNew, isBusy }: Props) => {
  const t = useFormTexts();
  return (
    <Paper withBorder radius="lg" p="sm" shadow="sm" style={{ position: 'sticky', bottom: 12, zIndex: 5 }}>
      <Group justify="flex-end" gap="sm">
        {form.isUnsaved && (
          <Text size="sm" c="dimmed" role="status">
            {t('unsaved')}
          </Text>
        )}
        <Button type="submit" loading={isBusy} disabled={!isNew && !form.isUnsaved}>
          {t(isNew ? 'save.new' : 'save')}
        </Button>
      </Group>
    </Paper>
  );
};
