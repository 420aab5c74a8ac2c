import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { DeleteButton } from '../../common/delete-button.tsx';
import { without } from '../../common/queries/without.ts';
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
  const removal = useMutation({
    mutationFn: () => deleteSegment({ segmentId, version }),
    onSuccess: async () => {
      countAnew(queries);
      const { queryKey } = segmentsQuery();
      queries.setQueryData(queryKey, (listed) => without(listed, (one) => one.segmentId === segmentId));
      void queries.invalidateQueries({ queryKey });
      await navigate({ to: '/audience/segments', ignoreBlocker: true });
      queries.removeQueries({ queryKey: [...SEGMENTS, segmentId] });
    },
  });
  return (
    <DeleteButton
      title={t('delete.title', { name })}
      text={t('delete.text')}
      confirm={t('delete.confirm')}
      removal={removal}
    >
      {t('delete.do')}
    </DeleteButton>
  );
};
