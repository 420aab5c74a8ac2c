import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { Allowed } from '../../common/allowed.tsx';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { countAnew } from '../counts.ts';
import type { Segment } from '../model.ts';
import { deleteSegment, SEGMENTS, segmentsQuery } from './queries.ts';
import { useSegmentTexts } from './texts.ts';

interface Props {
  readonly segment: Segment;
  readonly version: string;
}

export const DeleteSegment = ({ segment: { segmentId, name }, version }: Props) => {
  const t = useSegmentTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure();
  const remove = useMutation({
    mutationFn: () => deleteSegment({ segmentId, version }),
    onSuccess: async () => {
      countAnew(queries);
      await navigate({ to: '/audience/segments', ignoreBlocker: true });
      queries.removeQueries({ queryKey: [...SEGMENTS, segmentId] });
      await queries.invalidateQueries({ queryKey: segmentsQuery().queryKey });
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
