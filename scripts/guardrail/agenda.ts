/** What is to happen in which second. */
export class Agenda {
  readonly #seconds = new Map<number, (() => void)[]>();

  add(second: number, happens: () => void): void {
    const those = this.#seconds.get(second);
    if (those) those.push(happens);
    else this.#seconds.set(second, [happens]);
  }

  /** Everything that is to happen now. What it brings about happens later. */
  due(second: number): readonly (() => void)[] {
    const those = this.#seconds.get(second) ?? [];
    this.#seconds.delete(second);
    return those;
  }
}
