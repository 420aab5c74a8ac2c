import { Button, Text, Timeline } from '@mantine/core';
import { IconCheck, IconFeather, IconHourglass, IconLoader2, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { useFormats } from '../common/format.ts';
import { Section } from '../common/section.tsx';
import { isOver, type Run } from './run-scene.ts';
import { useRunTexts } from './texts.ts';
import { firstShown, lengthOf, type Mark, markOf, type Wave } from './waves.ts';

const MARKS = {
  canary_good: { icon: IconFeather, color: 'teal' },
  canary_bad: { icon: IconX, color: 'red' },
  under_way: { icon: IconLoader2, color: 'sea' },
  settling: { icon: IconHourglass, color: 'gray' },
  done: { icon: IconCheck, color: 'teal' },
} as const satisfies Record<Mark, object>;

/** The waves of a run, the newest first, with how each fared. */
export const RunWaves = ({ run }: { readonly run: Run }) => {
  const t = useRunTexts();
  const [showsAll, setShowsAll] = useState(false);
  const waves = run.timeline;
  const shown = showsAll ? waves.toReversed() : firstShown(waves);

  return (
    <Section
      title={t('waves.title')}
      about={t('waves.about')}
      aside={
        run.wave > 0 &&
        !isOver(run) && (
          <Text size="sm" c="dimmed" className="figures">
            {t('waves.expected', { wave: run.wave, waves: Math.max(run.wave, run.waves) })}
          </Text>
        )
      }
    >
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('waves.none')}
        </Text>
      )}
      <Timeline active={shown.length} bulletSize={28} lineWidth={2}>
        {shown.map((wave) => (
          <Timeline.Item
            key={`${wave.wave} ${wave.releasedAt ?? ''}`}
            color={MARKS[markOf(wave)].color}
            bullet={<MarkOf {...wave} />}
            title={t(nameOf(wave), { n: wave.wave })}
          >
            <WaveWords {...wave} />
          </Timeline.Item>
        ))}
      </Timeline>
      {shown.length < waves.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {t('waves.all', { count: waves.length })}
        </Button>
      )}
    </Section>
  );
};

const nameOf = ({ canary, isSettling }: Wave) =>
  canary !== undefined ? 'wave.canary' : isSettling ? 'wave.settling' : 'wave.name';

const MarkOf = (wave: Wave) => {
  const Picture = MARKS[markOf(wave)].icon;
  return <Picture size={16} aria-hidden />;
};

const WaveWords = (wave: Wave) => {
  const t = useRunTexts();
  const { moment } = useFormats();
  return (
    <>
      {wave.canary !== undefined && <Text size="sm">{t(`canary.${wave.canary}`)}</Text>}
      <Figures {...wave} />
      {wave.releasedAt !== undefined && (
        <Text size="xs" c="dimmed">
          {moment(wave.releasedAt)}
        </Text>
      )}
    </>
  );
};

const Figures = (wave: Wave) => {
  const t = useRunTexts();
  const { count, duration } = useFormats();
  const length = lengthOf(wave);
  if (length === undefined) {
    return (
      <Text size="sm" className="figures">
        {t('wave.underWay', { recipients: count(wave.recipients) })}
      </Text>
    );
  }
  const words = [
    t('wave.figures', { accepted: count(wave.accepted), recipients: count(wave.recipients) }),
    ...(wave.suppressed + wave.refused > 0
      ? [t('wave.others', { suppressed: count(wave.suppressed), refused: count(wave.refused) })]
      : []),
    t('wave.took', { duration: duration(length) }),
  ];
  return (
    <>
      <Text size="sm" className="figures">
        {words.join(' · ')}
      </Text>
      <Heard {...wave} />
    </>
  );
};

const Heard = ({ health }: Wave) => {
  const t = useRunTexts();
  const { count } = useFormats();
  if (health === undefined || health.delivered + health.hardBounced + health.complained === 0) return null;
  const figures = {
    delivered: count(health.delivered),
    bounced: count(health.hardBounced),
    complained: count(health.complained),
  };
  return (
    <Text size="sm" c="dimmed" className="figures">
      {t('wave.health', figures)}
    </Text>
  );
};
