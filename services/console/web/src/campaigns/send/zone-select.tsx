import { Select } from '@mantine/core';
import { useMemo } from 'react';

import { ownZone, zonesWith } from './zoned-time.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Offered first, with the zone of the person's own clock. */
  readonly usual: string;
  readonly onChange: (zone: string) => void;
}

/** All time zones, to be found by typing. */
export const ZoneSelect = ({ label, value, usual, onChange }: Props) => {
  const zones = useMemo(() => [...zonesWith([usual, ownZone()])], [usual]);
  return (
    <Select
      label={label}
      data={zones}
      value={value}
      searchable
      allowDeselect={false}
      limit={200}
      onChange={(zone) => onChange(zone ?? value)}
    />
  );
};
