/** So long after its time a run has begun; the service lets a campaign be changed again whose run has not. */
const LATE_MS = 10 * 60_000;

/** Whether the time of a scheduled campaign has come and gone. */
export const isOverdue = ({ sendAt }: { readonly sendAt?: string }, now: Date): boolean =>
  sendAt !== undefined && now.getTime() - Date.parse(sendAt) > LATE_MS;
