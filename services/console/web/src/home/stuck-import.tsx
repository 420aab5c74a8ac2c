import { Anchor } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import type { components } from '../api/audience.d.ts';
import { Matter } from './matter.tsx';
import { useHomeTexts } from './texts.ts';

interface Props {
  readonly of: components['schemas']['ImportSummary'];
}

/** An import that goes no further by itself. */
export const StuckImport = ({ of: { importId, fileName, files = [fileName], status } }: Props) => {
  const t = useHomeTexts();
  const kind = status === 'failed' ? 'importFailed' : 'importWaits';
  return (
    <Matter
      icon={IconFileAlert}
      title={t(`attention.${kind}`, { files: files.join(', ') })}
      text={t(`attention.${kind}.about`)}
      link={
        <Anchor renderRoot={(props) => <Link to="/audience/imports/$importId" params={{ importId }} {...props} />}>
          {t('attention.look')}
        </Anchor>
      }
    />
  );
};
