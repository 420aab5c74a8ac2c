type Details = Readonly<Record<string, string | number>>;

/** Where the simulator reports; a code, and details that never hold an address. */
export interface Log {
  info(code: string, details?: Details): void;
  warn(code: string, details?: Details): void;
  error(code: string, details?: Details): void;
}
