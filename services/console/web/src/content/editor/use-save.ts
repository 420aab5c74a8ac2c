import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { api, askVersioned } from '../../common/api.ts';
import { speech } from '../../common/language/speech.ts';
import { sayFinding } from '../../common/problems/say-finding.ts';
import { compileMjml } from '../mail/compile-mjml.ts';
import { readTemplate, templateQuery } from '../queries.ts';
import { bodyOf, type Draft } from './draft.ts';

/** The HTML of a draft. @throws where its MJML is none at all: nothing could be sent */
const htmlOf = async ({ format, code }: Pick<Draft, 'format' | 'code'>): Promise<string> => {
  if (format === 'html') return code;
  const { html, findings } = await compileMjml(code);
  if (html === '') throw new Error(findings.map(({ message }) => sayFinding(message, speech.language())).join(' '));
  return html;
};

const put = async (templateId: string | undefined, draft: Draft, version: string) => {
  const body = bodyOf(draft, await htmlOf(draft));
  if (templateId === undefined) return askVersioned(api.campaigns.POST('/api/campaigns/templates', { body }));
  return askVersioned(
    api.campaigns.PUT('/api/campaigns/templates/{templateId}', {
      params: { path: { templateId }, header: { 'If-Match': version } },
      body,
    }),
  );
};

interface Saving {
  readonly draft: Draft;
  /** Over whatever somebody else has saved meanwhile. */
  readonly isForced?: boolean;
}

interface Saved {
  readonly sent: Draft;
  readonly templateId: string;
  readonly version: string;
}

/** Saves a template. A new one gets an address of its own. */
export const useSave = (templateId: string | undefined, onSaved: (saved: Saved) => void) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ draft, isForced = false }: Saving) =>
      put(
        templateId,
        draft,
        isForced && templateId !== undefined ? (await readTemplate(templateId)).version : draft.version,
      ),
    onSuccess: async (saved, { draft }) => {
      onSaved({ sent: draft, templateId: saved.data.templateId, version: saved.version });
      queries.setQueryData(templateQuery(saved.data.templateId).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ['templates'] });
      void queries.invalidateQueries({ queryKey: ['template', saved.data.templateId, 'shown'] });
      if (templateId === undefined) {
        await navigate({
          to: '/content/templates/$templateId',
          params: { templateId: saved.data.templateId },
          replace: true,
          ignoreBlocker: true,
        });
      }
    },
  });
};
