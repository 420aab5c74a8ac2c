import { ActionIcon, Button, Menu, ScrollArea, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';

import { liquidFor } from '../../common/mail/liquid-for.ts';
import type { MergeField } from './merge-fields.ts';
import { useEditorTexts } from './texts.ts';
import { useMergeFields } from './use-merge-fields.ts';

interface Props {
  readonly onInsert: (text: string) => void;
  /** Where a link to leave makes sense. */
  readonly withLink?: boolean;
}

/** What is known of contacts, to be put where the cursor is. */
export const FieldMenu = ({ onInsert, withLink = false }: Props) => {
  const t = useEditorTexts();
  const fields = useMergeFields();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        {withLink ? (
          <Button size="xs" variant="default" leftSection={<IconBraces size={16} aria-hidden />}>
            {t('field')}
          </Button>
        ) : (
          <ActionIcon variant="subtle" color="gray" aria-label={t('field')} title={t('field')}>
            <IconBraces size={18} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown maw={280}>
        <ScrollArea.Autosize mah={320}>
          {fields.length === 0 && <Menu.Label>{t('field.none')}</Menu.Label>}
          {fields.map((field) => (
            <Menu.Item
              key={field.name}
              rightSection={<Missing field={field} />}
              onClick={() => onInsert(liquidFor(field.name))}
            >
              {field.name}
            </Menu.Item>
          ))}
          {withLink && (
            <Menu.Item onClick={() => onInsert('{{ unsubscribe_url }}')}>{t('field.unsubscribe')}</Menu.Item>
          )}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
};

const Missing = ({ field: { missing = 0, of = 0 } }: { readonly field: MergeField }) => {
  const t = useEditorTexts();
  if (missing === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('field.missing', { missing, of })}
    </Text>
  );
};
