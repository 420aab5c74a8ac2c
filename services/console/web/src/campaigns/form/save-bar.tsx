import { Button, Group, Paper, Text } from '@mantine/core';

import { IconArrowRight } from '@tabler/icons-react';
import { useEffect } from 'react';

import { useFormTexts } from './form-texts.ts';
import type { CampaignForm } from './use-campaign-form.ts';

interface Props {
  readonly form: CampaignForm;
  readonly isNew: boolean;
  readonly isBusy: boolean;
  /** Leads on from what is saved. */
  readonly onNext?: (() => void) | undefined;
}

/** Room below whatever has the focus: it must not lie behind the bar. */
const ROOM = '6rem';

const useRoomBelow = (): void =>
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = ROOM;
    return () => void style.removeProperty('scroll-padding-bottom');
  }, []);

/** Stays in sight however long the form is. */
export const SaveBar = ({ form, isNew, isBusy, onNext }: Props) => {
  const t = useFormTexts();
  useRoomBelow();
  const hasNothing = !isNew && !form.isUnsaved;
  return (
    <Paper withBorder radius="lg" p="sm" shadow="sm" style={{ position: 'sticky', bottom: 12, zIndex: 5 }}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" role="status" pl="xs">
          {hasNothing ? t('allSaved') : form.isUnsaved && t('unsaved')}
        </Text>
        {hasNothing ? (
          <Button variant="light" rightSection={<IconArrowRight size={16} aria-hidden />} onClick={onNext}>
            {t('next')}
          </Button>
        ) : (
          <Button type="submit" loading={isBusy}>
            {t(isNew ? 'save.new' : 'save')}
          </Button>
        )}
      </Group>
    </Paper>
  );
};
