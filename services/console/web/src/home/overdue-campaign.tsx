import { Anchor } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { useFormats } from '../common/format.ts';
import type { Campaign } from './campaign.ts';
import { Matter } from './matter.tsx';
import { useHomeTexts } from './texts.ts';

/** A campaign that was to go out and has not. */
export const OverdueCampaign = ({ campaign: { campaignId, name, sendAt = '' } }: { readonly campaign: Campaign }) => {
  const t = useHomeTexts();
  const { moment } = useFormats();
  return (
    <Matter
      icon={IconClockExclamation}
      title={t('attention.overdue', { name })}
      text={t('attention.overdue.about', { moment: moment(sendAt) })}
      link={
        <Anchor renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId }} {...props} />}>
          {t('attention.look')}
        </Anchor>
      }
    />
  );
};
