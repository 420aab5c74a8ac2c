/** A number of places, of which each can be taken once at a time. */
export interface Slots {
  /** Waits for a free place, takes it, and answers how to free it. */
  take(): Promise<() => void>;
  taken(): number;
  /** Resolves when no place is taken. */
  allFree(): Promise<void>;
}

/**
 * @example
 * const slots = createSlots(2);
 * const release = await slots.take();
 * release();
 */
export const createSlots = (size: number): Slots => {
  const waiting: (() => void)[] = [];
  const watching: (() => void)[] = [];
  let taken = 0;

  const release = () => {
    const next = waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    taken -= 1;
    if (taken === 0) for (const tell of watching.splice(0)) tell();
  };

  const place = () => {
    let isReleased = false;

    return () => {
      if (isReleased) return;
      isReleased = true;
      release();
    };
  };

  return {
    take: async () => {
      if (taken < size) taken += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));

      return place();
    },
    taken: () => taken,
    allFree: () => (taken === 0 ? Promise.resolve() : new Promise((resolve) => watching.push(resolve))),
  };
};
