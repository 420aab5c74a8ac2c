import { ActionIcon, Button, Menu, ScrollArea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { liquidFor } from '../../common/mail/liquid-for.ts';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { useEditorTexts } from './texts.ts';

interface Props {
  readonly onInsert: (text: string) => void;
  /** Where a link to leave makes sense. */
  readonly withLink?: boolean;
}

/** What is known of contacts, to be put where the cursor is. */
export const FieldMenu = ({ onInsert, withLink = false }: Props) => {
  const t = useEditorTexts();
  const { data } = useQuery(attributesQuery());
  const names = data?.items.map(({ name }) => name) ?? [];
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
          {names.length === 0 && <Menu.Label>{t('field.none')}</Menu.Label>}
          {names.map((name) => (
            <Menu.Item key={name} onClick={() => onInsert(liquidFor(name))}>
              {name}
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
