import { Checkbox, Group, Radio, Stack } from '@mantine/core';

import type { ApiKey } from './queries.ts';
import { useKeyTexts } from './texts.ts';

export type Service = NonNullable<ApiKey['services']>[number];
const SERVICES = ['campaigns', 'audience', 'dispatch', 'feedback'] as const satisfies readonly Service[];

interface Props {
  /** All of them without one. */
  readonly value: readonly Service[] | undefined;
  readonly onChange: (value: readonly Service[] | undefined) => void;
}

/** What a key opens: everything, or some services. */
export const ServicesChoice = ({ value, onChange }: Props) => {
  const t = useKeyTexts();
  const toggle = (service: Service, isChosen: boolean) =>
    onChange(SERVICES.filter((one) => (one === service ? isChosen : value?.includes(one))));
  return (
    <Radio.Group
      label={t('services')}
      description={t('services.about')}
      value={value === undefined ? 'all' : 'some'}
      onChange={(choice) => onChange(choice === 'all' ? undefined : [])}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="all" label={t('services.all')} />
        <Radio value="some" label={t('services.some')} />
        {value !== undefined && (
          <Group gap="md" pl="xl">
            {SERVICES.map((service) => (
              <Checkbox
                key={service}
                label={t(`service.${service}`)}
                checked={value.includes(service)}
                onChange={({ currentTarget }) => toggle(service, currentTarget.checked)}
              />
            ))}
          </Group>
        )}
      </Stack>
    </Radio.Group>
  );
};
