/** What reading a file cost the process that read it. */
export interface Measured {
  readonly rows: number;
  readonly wrongCells: number;
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly peakRssMb: number;
}

export interface Read {
  readonly rows: number;
  readonly wrongCells?: number;
}

const MICROS = 1_000_000;
const KILOBYTES_OF_MEGABYTE = 1_024;

/** Reads the file that the process was started for when it is asked to, and tells what it cost: all threads, collecting garbage included. */
export const answerReading = (read: (file: string) => Promise<Read>): void => {
  const answer = async (): Promise<Measured> => {
    const before = process.cpuUsage();
    const start = performance.now();
    const { rows, wrongCells = 0 } = await read(process.argv[2] ?? '');
    const { user, system } = process.cpuUsage(before);
    return {
      rows,
      wrongCells,
      cpuSeconds: (user + system) / MICROS,
      seconds: (performance.now() - start) / 1_000,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / KILOBYTES_OF_MEGABYTE),
    };
  };
  process.on('message', () => {
    answer().then(
      (measured) => process.send?.(measured),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
};
