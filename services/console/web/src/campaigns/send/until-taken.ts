const LOOKS = 20;

interface Looking<Found> {
  /** The campaign as it is now. */
  readonly look: () => Promise<Found>;
  readonly pause: () => Promise<void>;
}

/**
 * What is asked of a campaign goes through a queue. Until it has arrived the page would still offer what has been done: so this waits until
 * the campaign has left the version that somebody acted on, and answers what it is then; nothing where that was not seen. Whoever cannot be
 * asked, or takes longer, is heard of when the page looks again.
 */
export const untilTaken = async <Found extends { readonly version: string }>(
  version: string,
  { look, pause }: Looking<Found>,
): Promise<Found | undefined> => {
  for (let left = LOOKS; left > 0; left -= 1) {
    const now = await look().catch(() => undefined);
    if (now?.version !== version) return now;
    await pause();
  }
  return undefined;
};
