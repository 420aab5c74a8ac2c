import { type Result, refuse, succeed } from '../domain/result.ts';
import type { FrozenContent, FrozenContents, FrozenFile, LiquidError, LiquidRenderer } from './content-ports.ts';
import type { Runs } from './run-ports.ts';
import { SAMPLE_UNSUBSCRIBE_URL } from './sample-link.ts';

export type ContentProblem =
  | { readonly kind: 'run_not_found' | 'content_not_frozen' | 'content_gone' }
  | { readonly kind: 'not_renderable'; readonly errors: readonly LiquidError[] };

/** `written`: with its Liquid, as it was frozen. `sent`: as somebody got it of whom nothing is known. */
export const contentForms = ['written', 'sent'] as const;
export type ContentForm = (typeof contentForms)[number];

export interface ShownFile extends Pick<FrozenFile, 'fileName' | 'contentType' | 'size' | 'contentId'> {
  /** For some minutes. */
  readonly url: string;
}

export type ShownContent = Omit<FrozenContent, 'campaignId' | 'listId' | 'attachments'> & {
  readonly files: readonly ShownFile[];
};

export type ShowContent = (runId: string, as: ContentForm) => Promise<Result<ShownContent, ContentProblem>>;

interface Needs {
  readonly runs: Pick<Runs, 'find'>;
  readonly contents: FrozenContents;
  readonly liquid: LiquidRenderer;
}

/** Shows what a run has sent, whatever has become of its template since. */
export const makeShowContent =
  ({ runs, contents, liquid }: Needs): ShowContent =>
  async (runId, as) => {
    const known = await runs.find(runId);
    if (known === undefined) return refuse({ kind: 'run_not_found' });
    const { content } = known.run;
    if (content === undefined) return refuse({ kind: 'content_not_frozen' });
    const frozen = await contents.read(content.uri);
    if (frozen === undefined) return refuse({ kind: 'content_gone' });

    const { campaignId: _campaign, listId: _list, attachments = [], ...mail } = frozen;
    const files = await Promise.all(attachments.map((file) => shown(contents, file)));
    if (as === 'written') return succeed({ ...mail, files });

    const rendered = liquid.render(mail, { unsubscribe_url: SAMPLE_UNSUBSCRIBE_URL });
    if ('errors' in rendered) return refuse({ kind: 'not_renderable', errors: rendered.errors });
    return succeed({ ...mail, ...rendered, files });
  };

const shown = async (contents: FrozenContents, file: FrozenFile): Promise<ShownFile> => {
  const { fileName, contentType, size, contentId } = file;
  return {
    fileName,
    contentType,
    size,
    ...(contentId !== undefined && { contentId }),
    url: await contents.link(file),
  };
};
