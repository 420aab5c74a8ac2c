/** What a key may be limited to. Console is none of them: a limited key must not be able to make one that is not. */
export const SERVICES = ['campaigns', 'audience', 'dispatch', 'feedback'] as const;
export type Service = (typeof SERVICES)[number];
