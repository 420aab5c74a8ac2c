import { Alert, Button, Text } from '@mantine/core';

import { useKeptTexts } from './kept-texts.ts';

interface Props {
  readonly onDrop: () => void;
}

/** Says that what stands here was written before and is not saved, and lets one begin anew. */
export const KeptNote = ({ onDrop }: Props) => {
  const t = useKeptTexts();
  return (
    <Alert color="blue">
      <Text size="sm">{t('about')}</Text>
      <Button size="xs" mt="xs" variant="default" onClick={onDrop}>
        {t('drop')}
      </Button>
    </Alert>
  );
};
