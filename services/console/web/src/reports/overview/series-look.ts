import { useMemo } from 'react';
import { useLanguage } from '../../common/language/use-language.ts';

import type { Row, SeriesName, Step } from '../series.ts';

export interface Shown {
  readonly rows: readonly Row[];
  readonly names: readonly SeriesName[];
  readonly step: Step;
}

/** Told apart also by those who see no difference between red and green: they differ in lightness, and every chart has a table. */
export const COLOURS = {
  sent: 'sea.6',
  delivered: 'sea.6',
  hardBounced: 'red.7',
  softBounced: 'orange.5',
  complained: 'grape.7',
  delayed: 'yellow.6',
  rejected: 'gray.6',
  openedByPeople: 'teal.4',
  clickedByPeople: 'indigo.6',
} as const satisfies Readonly<Record<SeriesName, string>>;

/** How the beginning of a while is written, as finely as the chart is. */
export const useTimes = (step: Step): ((at: string) => string) => {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, {
      month: 'short',
      day: 'numeric',
      ...(step !== 'day' && { hour: '2-digit', minute: '2-digit' }),
    });
    return (at) => format.format(new Date(at));
  }, [language, step]);
};
