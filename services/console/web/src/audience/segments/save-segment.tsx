import { Button } from '@mantine/core';

import { Allowed } from '../../common/allowed.tsx';
import { useSegmentTexts } from './texts.ts';

interface Props {
  readonly isReady: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
}

export const SaveSegment = ({ isReady, isSaving, onSave }: Props) => {
  const t = useSegmentTexts();
  return (
    <Allowed role="author">
      {(may) => (
        <Button disabled={!may || !isReady} loading={isSaving} onClick={onSave}>
          {t('save')}
        </Button>
      )}
    </Allowed>
  );
};
