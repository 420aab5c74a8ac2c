import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { useAppTexts } from '../../../web/src/app/app-texts.ts';
import { useContactTexts } from '../../../web/src/audience/contacts/texts.ts';
import { useCheckTexts as useColumnTexts } from '../../../web/src/audience/imports/check-texts.ts';
import { useImportTexts } from '../../../web/src/audience/imports/texts.ts';
import { useListTexts } from '../../../web/src/audience/lists/texts.ts';
import { useSegmentTexts } from '../../../web/src/audience/segments/texts.ts';
import { useAudienceTexts } from '../../../web/src/audience/texts.ts';
import { useCheckTexts } from '../../../web/src/campaigns/check/check-texts.ts';
import { useFormTexts } from '../../../web/src/campaigns/form/form-texts.ts';
import { useSendTexts } from '../../../web/src/campaigns/send/send-texts.ts';
import { useSenderTexts } from '../../../web/src/campaigns/senders/sender-texts.ts';
import { useCampaignTexts } from '../../../web/src/campaigns/texts.ts';
import type { Language } from '../../../web/src/common/language/languages.ts';
import { speech } from '../../../web/src/common/language/speech.ts';
import { useSharedTexts } from '../../../web/src/common/shared-texts.ts';
import { useEditorTexts } from '../../../web/src/content/editor/texts.ts';
import { useGalleryTexts } from '../../../web/src/content/gallery/texts.ts';
import { useTemplatesTexts } from '../../../web/src/content/templates/texts.ts';
import { useOperationsTexts } from '../../../web/src/operations/texts.ts';
import { useReportTexts } from '../../../web/src/reports/report-texts.ts';
import { useDeedTexts } from '../../../web/src/runs/deed-texts.ts';
import { useSceneTexts } from '../../../web/src/runs/scene-texts.ts';
import { useRunTexts } from '../../../web/src/runs/texts.ts';

const useWords = () => ({
  app: useAppTexts(),
  audience: useAudienceTexts(),
  campaigns: useCampaignTexts(),
  checks: useCheckTexts(),
  columns: useColumnTexts(),
  contacts: useContactTexts(),
  deeds: useDeedTexts(),
  editor: useEditorTexts(),
  form: useFormTexts(),
  gallery: useGalleryTexts(),
  imports: useImportTexts(),
  lists: useListTexts(),
  operations: useOperationsTexts(),
  report: useReportTexts(),
  runs: useRunTexts(),
  scenes: useSceneTexts(),
  segments: useSegmentTexts(),
  send: useSendTexts(),
  senders: useSenderTexts(),
  shared: useSharedTexts(),
  templates: useTemplatesTexts(),
});

/** What the console says, by its own keys: a text that is changed changes here, too. */
export type Words = ReturnType<typeof useWords>;

/** The words of the console in a language, said as the console says them. */
export const wordsIn = async (language: Language): Promise<Words> => {
  await speech.change(language);
  const said: Words[] = [];
  const Collect = () => {
    said.push(useWords());
    return null;
  };
  renderToStaticMarkup(createElement(Collect));
  const [words] = said;
  if (words === undefined) throw new Error(`the words in ${language} could not be collected`);
  return words;
};
