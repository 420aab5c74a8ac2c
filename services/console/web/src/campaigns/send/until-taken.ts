const LOOKS = 20;

interface Looking {
  /** The version that the campaign has now. */
  readonly look: () => Promise<string>;
  readonly pause: () => Promise<void>;
}

/**
 * What is asked of a campaign goes through a queue. Until it has arrived the page would still offer what has been done: so this waits until
 * the campaign has left the version that somebody acted on, and answers whether it has been seen to. Whoever cannot be asked, or takes longer,
 * is heard of when the page looks again.
 */
export const untilTaken = async (version: string, { look, pause }: Looking): Promise<boolean> => {
  for (let left = LOOKS; left > 0; left -= 1) {
    const now = await look().catch(() => undefined);
    if (now !== version) return now !== undefined;
    await pause();
  }
  return false;
};
