import { Timeline as Line, Stack, Text } from '@mantine/core';
import {
  type Icon,
  IconClick,
  IconFlag,
  IconMailOff,
  IconMailOpened,
  IconMailX,
  IconPencil,
  IconUserCheck,
  IconUserPlus,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { More } from '../../common/more.tsx';
import type { Happening } from '../model.ts';
import { useDetails } from './details.ts';
import { timelineQuery } from './queries.ts';
import { useContactTexts } from './texts.ts';

const LOOKS: Readonly<Record<Happening['kind'], { readonly icon: Icon; readonly color: string }>> = {
  joined: { icon: IconUserPlus, color: 'teal' },
  returned: { icon: IconUserCheck, color: 'teal' },
  opened: { icon: IconMailOpened, color: 'blue' },
  clicked: { icon: IconClick, color: 'blue' },
  edited: { icon: IconPencil, color: 'gray' },
  soft_bounced: { icon: IconMailX, color: 'orange' },
  bounced: { icon: IconMailX, color: 'red' },
  complained: { icon: IconFlag, color: 'red' },
  left: { icon: IconMailOff, color: 'orange' },
};

/** What has happened to somebody, the newest first. */
export const Timeline = ({ contactId }: { readonly contactId: string }) => {
  const t = useContactTexts();
  const timeline = useInfiniteQuery(timelineQuery(contactId));
  return (
    <Stack>
      <Asked of={timeline}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Text c="dimmed">{t('timeline.none')}</Text> : <Happenings items={items} />;
        }}
      </Asked>
      <More of={timeline} />
    </Stack>
  );
};

const Happenings = ({ items }: { readonly items: readonly Happening[] }) => {
  const t = useContactTexts();
  const formats = useFormats();
  const language = useLanguage();
  const detailsOf = useDetails(language);
  return (
    <Line bulletSize={30} lineWidth={2}>
      {items.map((item) => {
        const { icon: Picture, color } = LOOKS[item.kind];
        return (
          <Line.Item
            key={`${item.kind} ${item.at} ${'listId' in item ? item.listId : ''}`}
            bullet={<Picture size={16} aria-hidden />}
            color={color}
            title={t(`kind.${item.kind}`)}
          >
            {detailsOf(item).map((detail) => (
              <Text key={detail} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Text>
            ))}
            <Text size="xs" c="dimmed">
              {item.at.length > 'yyyy-mm-dd'.length ? formats.moment(item.at) : formats.day(item.at)}
            </Text>
          </Line.Item>
        );
      })}
    </Line>
  );
};
