import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';

import { useSharedTexts } from '../../common/shared-texts.ts';
import { useKeyTexts } from './texts.ts';

interface Props {
  readonly keyId: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret of a new key, and how a machine uses it. */
export const NewSecret = ({ keyId, secret, onClose }: Props) => {
  const t = useKeyTexts();
  const command = `curl ${location.origin}/api/console/tokens -d grant_type=client_credentials -d client_id=${keyId} -d client_secret=…`;
  return (
    <Stack>
      <Alert color="yellow" icon={<IconEyeOff aria-hidden />} title={t('secret.once')}>
        {t('secret.keep')}
      </Alert>
      <Copied label="client_id" value={keyId} />
      <Copied label="client_secret" value={secret} />
      <Text size="sm">{t('secret.use')}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {command}
      </Code>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('secret.done')}</Button>
      </Group>
    </Stack>
  );
};

const Copied = ({ label, value }: { readonly label: string; readonly value: string }) => {
  const t = useKeyTexts();
  const shared = useSharedTexts();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="stretch">
        <Code block style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              h="auto"
              aria-label={`${copied ? t('copied') : shared('copy')}: ${label}`}
              style={{ flexShrink: 0 }}
              onClick={copy}
            >
              {copied ? t('copied') : shared('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
};
