/** Hands out what comes first, however much waits. */
export class Heap<Each> {
  readonly #isBefore: (a: Each, b: Each) => boolean;
  readonly #all: Each[] = [];

  constructor(isBefore: (a: Each, b: Each) => boolean) {
    this.#isBefore = isBefore;
  }

  get first(): Each | undefined {
    return this.#all[0];
  }

  add(each: Each): void {
    let place = this.#all.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.#all[above];
      if (parent === undefined || !this.#isBefore(each, parent)) break;
      this.#all[place] = parent;
      place = above;
    }
    this.#all[place] = each;
  }

  takeFirst(): Each | undefined {
    const first = this.#all[0];
    const last = this.#all.pop();
    if (last !== undefined && this.#all.length > 0) this.#sink(last);
    return first;
  }

  #sink(each: Each): void {
    let place = 0;
    for (;;) {
      const below = this.#earlierChild(place);
      const child = this.#all[below];
      if (child === undefined || !this.#isBefore(child, each)) break;
      this.#all[place] = child;
      place = below;
    }
    this.#all[place] = each;
  }

  #earlierChild(place: number): number {
    const [left, right] = [this.#all[place * 2 + 1], this.#all[place * 2 + 2]];
    const isRight = left !== undefined && right !== undefined && this.#isBefore(right, left);
    return place * 2 + (isRight ? 2 : 1);
  }
}
