import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { EditGuards } from '../../common/edit-guards.tsx';
import { Page } from '../../common/page.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { SaveButton } from '../../common/save-button.tsx';
import type { Segment } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { DeleteSegment } from './delete-segment.tsx';
import { segmentQuery } from './queries.ts';
import { SegmentForm } from './segment-form.tsx';
import { useSegmentTexts } from './texts.ts';
import { useSegment } from './use-segment.ts';

export const SegmentPage = () => {
  const { segmentId } = useParams({ from: '/audience/segments/$segmentId' });
  const t = useSegmentTexts();
  const audience = useAudienceTexts();
  const segment = useQuery(segmentQuery(segmentId));
  if (segment.data !== undefined) {
    return <Editor key={segmentId} segment={segment.data.data} version={segment.data.version} />;
  }
  return (
    <Page title={t('segment')} back={{ to: '/audience/segments', label: audience('segments') }}>
      <Asked of={segment}>{() => null}</Asked>
    </Page>
  );
};

interface Props {
  readonly segment: Segment;
  readonly version: string;
}

const Editor = ({ segment, version }: Props) => {
  const t = useSegmentTexts();
  const audience = useAudienceTexts();
  const edit = useSegment(segment, version);
  return (
    <Page
      title={segment.name}
      back={{ to: '/audience/segments', label: audience('segments') }}
      action={
        <Group gap="xs">
          <DeleteSegment segment={segment} version={version} />
          <SaveButton isReady={edit.isReady} isSaving={edit.isSaving} onSave={edit.save}>
            {t('save')}
          </SaveButton>
        </Group>
      }
    >
      <ProblemAlert error={edit.error} />
      <SegmentForm form={edit.form} onChange={edit.edit} />
      <EditGuards edit={edit} />
    </Page>
  );
};
