import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { Page } from '../../common/page.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { SaveButton } from '../../common/save-button.tsx';
import { UnsavedGuard } from '../../common/unsaved-guard.tsx';
import { useDraft } from '../../common/use-draft.ts';
import { countAnew } from '../counts.ts';
import { useAudienceTexts } from '../texts.ts';
import { createSegment, segmentQuery, segmentsQuery } from './queries.ts';
import { completeRule, type SegmentForm as Form, isSameForm, NEW_RULE, readSegmentForm } from './rule.ts';
import { SegmentForm } from './segment-form.tsx';
import { useSegmentTexts } from './texts.ts';

const NEW: Form = { name: '', rule: NEW_RULE };

export const NewSegmentPage = () => {
  const t = useSegmentTexts();
  const audience = useAudienceTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, keep, drop } = useDraft('segment.new', readSegmentForm);
  const form = draft ?? NEW;
  const rule = completeRule(form.rule);
  const create = useMutation({
    mutationFn: createSegment,
    onSuccess: async (saved) => {
      const { segmentId } = saved.data;
      drop();
      countAnew(queries);
      queries.setQueryData(segmentQuery(segmentId).queryKey, saved);
      void queries.invalidateQueries({ queryKey: segmentsQuery().queryKey });
      await navigate({ to: '/audience/segments/$segmentId', params: { segmentId }, ignoreBlocker: true });
    },
  });
  return (
    <Page
      title={t('new.title')}
      back={{ to: '/audience/segments', label: audience('segments') }}
      action={
        <SaveButton
          isReady={rule !== undefined && form.name.trim() !== ''}
          isSaving={create.isPending}
          onSave={() => rule && create.mutate({ name: form.name.trim(), rule })}
        >
          {t('save')}
        </SaveButton>
      }
    >
      <ProblemAlert error={create.error} />
      <SegmentForm form={form} onChange={keep} />
      <UnsavedGuard isUnsaved={!isSameForm(form, NEW)} onDrop={drop} />
    </Page>
  );
};
