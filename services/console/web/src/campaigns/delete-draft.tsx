import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { Allowed } from '../common/allowed.tsx';
import { api, tell } from '../common/api.ts';
import { ConfirmDialog } from '../common/confirm-dialog.tsx';
import { without } from '../common/queries/without.ts';
import { useSharedTexts } from '../common/shared-texts.ts';
import type { Campaign } from './campaign.ts';
import { campaignsQuery } from './queries.ts';
import { useCampaignTexts } from './texts.ts';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
}

export const DeleteDraft = ({ campaign, version }: Props) => {
  const t = useCampaignTexts();
  const shared = useSharedTexts();
  const [isAsked, setIsAsked] = useState(false);
  const deleting = useDeletion(campaign.campaignId, version);
  return (
    <>
      <Allowed role="author">
        {(may) => (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            disabled={!may}
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => setIsAsked(true)}
          >
            {t('delete.button')}
          </Button>
        )}
      </Allowed>
      <ConfirmDialog
        opened={isAsked}
        title={t('delete.title')}
        confirm={shared('delete')}
        isDangerous
        isBusy={deleting.isPending}
        error={deleting.error}
        onConfirm={() => deleting.mutate()}
        onClose={() => setIsAsked(false)}
      >
        <Text size="sm">{t('delete.text', { name: campaign.name })}</Text>
      </ConfirmDialog>
    </>
  );
};

const useDeletion = (campaignId: string, version: string) => {
  const t = useCampaignTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      tell(
        api.campaigns.DELETE('/api/campaigns/campaigns/{campaignId}', {
          params: { path: { campaignId }, header: { 'If-Match': version } },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('delete.done'), color: 'teal' });
      const { queryKey } = campaignsQuery(undefined);
      client.setQueryData(queryKey, (listed) => without(listed, (one) => one.campaignId === campaignId));
      void client.invalidateQueries({ queryKey: ['campaigns'] });
      await navigate({ to: '/campaigns', ignoreBlocker: true });
      client.removeQueries({ queryKey: ['campaign', campaignId] });
    },
  });
};
