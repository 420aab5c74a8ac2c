import { Button, Menu, ScrollArea } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';

import { useFilesTexts } from '../files/texts.ts';
import { filesQuery } from '../queries.ts';

interface Props {
  readonly without: readonly string[];
  readonly onChoose: (mediaId: string) => void;
}

/** The newest files that are uploaded already. */
export const KnownFiles = ({ without, onChoose }: Props) => {
  const t = useFilesTexts();
  const { data } = useInfiniteQuery(filesQuery());
  const files = data?.pages.flatMap(({ items }) => items).filter(({ mediaId }) => !without.includes(mediaId)) ?? [];
  if (files.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconFiles size={16} aria-hidden />}>
          {t('attached.known')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={360}>
        <ScrollArea.Autosize mah={320}>
          {files.map(({ mediaId, fileName }) => (
            <Menu.Item key={mediaId} onClick={() => onChoose(mediaId)}>
              {fileName}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
};
