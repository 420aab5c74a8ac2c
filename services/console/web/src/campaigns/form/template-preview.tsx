import { Skeleton } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import { Asked } from '../../common/asked.tsx';
import type { Template } from '../campaign.ts';
import { templateQuery } from '../queries.ts';
import type { AudienceChoice } from './audience-choice.ts';
import { estimateQuery } from './estimate-query.ts';
import { ShownMail } from './shown-mail.tsx';

interface Props {
  readonly templateId: string;
  readonly audience: AudienceChoice;
}

type Fields = Readonly<Record<string, string>>;

const previewQuery = (template: Template | undefined, fields: Fields) =>
  queryOptions({
    queryKey: ['template-preview', template?.templateId, template?.version, fields],
    queryFn: () => {
      const { subject = '', html = '', text } = template ?? {};
      const content = { subject, html, ...(text !== undefined && { text }) };
      return ask(api.campaigns.POST('/api/campaigns/templates/preview', { body: { ...content, fields } }));
    },
    enabled: template !== undefined,
    placeholderData: keepPreviousData,
  });

/** The mail as one of the people chosen would get it; as anybody would while nobody is chosen. */
export const TemplatePreview = ({ templateId, audience }: Props) => {
  const template = useQuery(templateQuery(templateId));
  const estimate = useQuery(estimateQuery(audience));
  const preview = useQuery(previewQuery(template.data, estimate.data?.sample[0]?.fields ?? {}));
  return (
    <Asked of={preview} skeleton={<Skeleton height={280} radius="md" />}>
      {({ subject, html }) => <ShownMail subject={subject} html={html} />}
    </Asked>
  );
};
