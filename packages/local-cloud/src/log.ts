/** Takes one line for people. Never an address of a person. */
export type Log = (line: string) => void;
