import { Button, Modal } from '@mantine/core';
import { useDisclosure, useSessionStorage } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';

import { Allowed } from '../../common/allowed.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { ExportSteps } from './export-steps.tsx';
import { useExportTexts } from './texts.ts';

/** Has a file written that names everybody, and hands it out. Which one was asked for is remembered while the tab is open. */
export const ExportButton = ({ runId }: { readonly runId: string }) => {
  const t = useExportTexts();
  const shared = useSharedTexts();
  const [isOpen, dialog] = useDisclosure();
  const [exportId, setExportId] = useSessionStorage({ key: `bulkhead.export.${runId}`, defaultValue: '' });
  return (
    <>
      <Allowed role="author">
        {(may) => (
          <Button leftSection={<IconDownload size={16} aria-hidden />} disabled={!may} onClick={dialog.open}>
            {t('button')}
          </Button>
        )}
      </Allowed>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('title')}
        centered
        closeButtonProps={{ 'aria-label': shared('close') }}
      >
        <ExportSteps runId={runId} exportId={exportId === '' ? undefined : exportId} onBegun={setExportId} />
      </Modal>
    </>
  );
};
