/** People who opened a mail, or followed a link, on a day. */
export interface Engagement {
  /** The day in UTC. */
  readonly date: string;
  readonly kind: 'opened' | 'clicked';
  readonly contactIds: readonly string[];
}

/** When contacts last did something with a mail. */
export interface Engagements {
  /**
   * Notes the day with those who did so earlier only, or never. Whoever is not known, or not any more, is left out: nobody comes back by
   * having opened an old mail. Noting it again, or late, changes nothing.
   */
  note(engagement: Engagement): Promise<void>;
}
