/** What a round cost the process that sent. */
export interface Round {
  readonly sends: number;
  readonly cpuSeconds: number;
  /** The most memory that the process has held so far. */
  readonly peakRssMb: number;
  readonly writeUnits: number;
}

/** What a process does in a round: sends these chunks of the run. */
export type SendChunks = (
  chunks: readonly number[],
) => Promise<{ readonly sends: number; readonly writeUnits: number }>;

const MICROS = 1_000_000;
const KILOBYTES_OF_MEGABYTE = 1_024;

/** Sends chunks whenever the parent process asks for it, and tells what it cost: all threads, collecting garbage included. */
export const answerRounds = (sendChunks: SendChunks): void => {
  const answer = async (chunks: readonly number[]): Promise<Round> => {
    const before = process.cpuUsage();
    const { sends, writeUnits } = await sendChunks(chunks);
    const { user, system } = process.cpuUsage(before);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / KILOBYTES_OF_MEGABYTE);
    return { sends, writeUnits, cpuSeconds: (user + system) / MICROS, peakRssMb };
  };

  process.on('message', (message: readonly number[]) => {
    answer(message).then(
      (round) => process.send?.(round),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
};
