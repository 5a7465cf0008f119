/** A matching of greatest total weight in a general graph: Edmonds' blossom method with dual variables, in O(n³). */

/**
 * Vertices are 1 to n inside, blossoms (odd cycles shrunk to one vertex) n + 1 and up; 0 is none. Each search grows
 * alternating trees from the free vertices over tight edges (slack 0). Where two trees meet, the path between their roots is
 * augmented; where a tree meets itself, the cycle becomes a blossom; where nothing is tight, the dual variables move
 * until something is. Weights are integers, so that every slack stays exact.
 */
class Matcher {
  private readonly size: number;
  /** Of the edge that represents two vertices or blossoms: its ends among the vertices, and its weight; 0 is no edge. */
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly weight: Float64Array;
  private readonly dual: Float64Array;
  private readonly mate: Int32Array;
  /** The outermost blossom a vertex is in; itself if it is in none. */
  private readonly outer: Int32Array;
  private readonly parent: Int32Array;
  /** Where in a tree: `even` and `odd` levels, or `outside`. */
  private readonly level: Int8Array;
  /** The vertex whose edge to this one has the least slack. */
  private readonly nearest: Int32Array;
  private readonly visited: Int32Array;
  private visit = 0;
  /** The cycle of each blossom, its base first. */
  private readonly cycle: number[][];
  /** For a blossom and a vertex in it: the member of its cycle that contains the vertex. */
  private readonly memberWith: Int32Array;
  private queue: number[] = [];
  private last: number;

  constructor(
    private readonly n: number,
    weightOf: (one: number, other: number) => number,
  ) {
    this.size = 2 * n + 2;
    const { size } = this;
    this.from = new Int32Array(size * size);
    this.to = new Int32Array(size * size);
    this.weight = new Float64Array(size * size);
    this.memberWith = new Int32Array(size * size);
    this.dual = new Float64Array(size);
    this.mate = new Int32Array(size);
    this.outer = new Int32Array(size);
    this.parent = new Int32Array(size);
    this.level = new Int8Array(size);
    this.nearest = new Int32Array(size);
    this.visited = new Int32Array(size);
    this.cycle = Array.from({ length: size }, () => []);
    this.last = n;
    let heaviest = 0;
    for (let u = 1; u <= n; u += 1) {
      this.outer[u] = u;
      this.memberWith[u * size + u] = u;
      for (let v = 1; v <= n; v += 1) {
        this.from[u * size + v] = u;
        this.to[u * size + v] = v;
        if (u === v) continue;
        const weight = u < v ? weightOf(u - 1, v - 1) : this.at(this.weight, v * size + u);
        this.weight[u * size + v] = weight;
        heaviest = Math.max(heaviest, weight);
      }
    }
    this.dual.fill(heaviest, 1, n + 1);
  }

  /** For each vertex, counted from 0, its partner; -1 for none. */
  run(): number[] {
    while (this.augmentOnce());
    return Array.from({ length: this.n }, (_, vertex) => this.at(this.mate, vertex + 1) - 1);
  }

  private at(list: Int32Array | Float64Array | Int8Array, index: number): number {
    return list[index] as number;
  }

  private slack(u: number, x: number): number {
    const edge = u * this.size + x;
    const [a, b] = [this.at(this.from, edge), this.at(this.to, edge)];
    return this.at(this.dual, a) + this.at(this.dual, b) - 2 * this.at(this.weight, a * this.size + b);
  }

  private consider(u: number, x: number): void {
    const known = this.at(this.nearest, x);
    if (!known || this.slack(u, x) < this.slack(known, x)) this.nearest[x] = u;
  }

  private findNearest(x: number): void {
    this.nearest[x] = 0;
    for (let u = 1; u <= this.n; u += 1) {
      const outer = this.at(this.outer, u);
      if (this.at(this.weight, u * this.size + x) > 0 && outer !== x && this.level[outer] === even)
        this.consider(u, x);
    }
  }

  private enqueue(x: number): void {
    if (x <= this.n) this.queue.push(x);
    else for (const member of this.cycleOf(x)) this.enqueue(member);
  }

  private setOuter(x: number, outer: number): void {
    this.outer[x] = outer;
    if (x > this.n) for (const member of this.cycleOf(x)) this.setOuter(member, outer);
  }

  private cycleOf(blossom: number): number[] {
    return this.cycle[blossom] as number[];
  }

  /** How far along the cycle a member is on its even side; turns the cycle round if it has to. */
  private evenDistance(blossom: number, member: number): number {
    const cycle = this.cycleOf(blossom);
    const place = cycle.indexOf(member);
    if (place % 2 === 0) return place;
    const [base, ...others] = cycle as [number, ...number[]];
    this.cycle[blossom] = [base, ...others.reverse()];
    return cycle.length - place;
  }

  private setMate(u: number, v: number): void {
    const edge = u * this.size + v;
    this.mate[u] = this.at(this.to, edge);
    if (u <= this.n) return;
    const member = this.at(this.memberWith, u * this.size + this.at(this.from, edge));
    const distance = this.evenDistance(u, member);
    const cycle = this.cycleOf(u);
    for (let place = 0; place < distance; place += 1) {
      this.setMate(cycle[place] as number, cycle[place ^ 1] as number);
    }
    this.setMate(member, v);
    this.cycle[u] = [...cycle.slice(distance), ...cycle.slice(0, distance)];
  }

  private augment(fromTree: number, toTree: number): void {
    let [u, v] = [fromTree, toTree];
    for (;;) {
      const next = this.at(this.outer, this.at(this.mate, u));
      this.setMate(u, v);
      if (!next) return;
      const above = this.at(this.outer, this.at(this.parent, next));
      this.setMate(next, above);
      [u, v] = [above, next];
    }
  }

  /** Where the ways of two vertices to their roots meet; 0 if they are in different trees. */
  private commonAncestor(one: number, other: number): number {
    this.visit += 1;
    let [u, v] = [one, other];
    while (u || v) {
      if (u) {
        if (this.visited[u] === this.visit) return u;
        this.visited[u] = this.visit;
        u = this.at(this.outer, this.at(this.mate, u));
        if (u) u = this.at(this.outer, this.at(this.parent, u));
      }
      [u, v] = [v, u];
    }
    return 0;
  }

  private wayTo(base: number, start: number): number[] {
    const way: number[] = [];
    for (let x = start; x !== base; ) {
      const mate = this.at(this.outer, this.at(this.mate, x));
      way.push(x, mate);
      this.enqueue(mate);
      x = this.at(this.outer, this.at(this.parent, mate));
    }
    return way;
  }

  private shrink(u: number, base: number, v: number): void {
    const { n, size, weight, from, to, memberWith } = this;
    let blossom = n + 1;
    while (blossom <= this.last && this.outer[blossom]) blossom += 1;
    this.last = Math.max(this.last, blossom);
    this.dual[blossom] = 0;
    this.level[blossom] = even;
    this.mate[blossom] = this.at(this.mate, base);
    const cycle = [base, ...this.wayTo(base, u).reverse(), ...this.wayTo(base, v)];
    this.cycle[blossom] = cycle;
    this.setOuter(blossom, blossom);
    for (let x = 1; x <= this.last; x += 1) {
      weight[blossom * size + x] = 0;
      weight[x * size + blossom] = 0;
    }
    memberWith.fill(0, blossom * size, blossom * size + n + 1);
    for (const member of cycle) {
      for (let x = 1; x <= this.last; x += 1) {
        const isBetter = weight[blossom * size + x] === 0 || this.slack(member, x) < this.slack(blossom, x);
        if (!isBetter) continue;
        for (const [here, there] of [
          [blossom * size + x, member * size + x],
          [x * size + blossom, x * size + member],
        ] as const) {
          from[here] = this.at(from, there);
          to[here] = this.at(to, there);
          weight[here] = this.at(weight, there);
        }
      }
      for (let x = 1; x <= n; x += 1)
        if (memberWith[member * size + x]) memberWith[blossom * size + x] = member;
    }
    this.findNearest(blossom);
  }

  private expand(blossom: number): void {
    for (const member of this.cycleOf(blossom)) this.setOuter(member, member);
    const parent = this.at(this.parent, blossom);
    const entered = this.at(this.from, blossom * this.size + parent);
    const member = this.at(this.memberWith, blossom * this.size + entered);
    const distance = this.evenDistance(blossom, member);
    const cycle = this.cycleOf(blossom);
    for (let place = 0; place < distance; place += 2) {
      const [one, next] = [cycle[place] as number, cycle[place + 1] as number];
      this.parent[one] = this.at(this.from, next * this.size + one);
      this.level[one] = odd;
      this.level[next] = even;
      this.nearest[one] = 0;
      this.findNearest(next);
      this.enqueue(next);
    }
    this.level[member] = odd;
    this.parent[member] = parent;
    for (const other of cycle.slice(distance + 1)) {
      this.level[other] = outside;
      this.findNearest(other);
    }
    this.outer[blossom] = 0;
  }

  /** Uses a tight edge; gives whether the matching grew. */
  private use(u: number, x: number): boolean {
    const edge = u * this.size + x;
    const start = this.at(this.from, edge);
    const [one, other] = [this.at(this.outer, start), this.at(this.outer, this.at(this.to, edge))];
    if (this.level[other] === outside) {
      this.parent[other] = start;
      this.level[other] = odd;
      const mate = this.at(this.outer, this.at(this.mate, other));
      this.nearest[other] = 0;
      this.nearest[mate] = 0;
      this.level[mate] = even;
      this.enqueue(mate);
      return false;
    }
    if (this.level[other] !== even) return false;
    const base = this.commonAncestor(one, other);
    if (base) {
      this.shrink(one, base, other);
      return false;
    }
    this.augment(one, other);
    this.augment(other, one);
    return true;
  }

  /** One search: grows the matching by an edge, or proves that it is of greatest weight. */
  private augmentOnce(): boolean {
    this.level.fill(outside);
    this.nearest.fill(0);
    this.queue = [];
    for (let x = 1; x <= this.last; x += 1) {
      if (this.outer[x] !== x || this.mate[x]) continue;
      this.parent[x] = 0;
      this.level[x] = even;
      this.enqueue(x);
    }
    if (this.queue.length === 0) return false;
    for (;;) {
      if (this.scan()) return true;
      if (!this.moveDuals()) return false;
      this.queue = [];
      for (let x = 1; x <= this.last; x += 1) {
        const near = this.at(this.nearest, x);
        const isTight = this.outer[x] === x && near && this.outer[near] !== x && this.slack(near, x) === 0;
        if (isTight && this.use(near, x)) return true;
      }
      for (let x = this.n + 1; x <= this.last; x += 1) {
        if (this.outer[x] === x && this.level[x] === odd && this.dual[x] === 0) this.expand(x);
      }
    }
  }

  private scan(): boolean {
    for (let head = 0; head < this.queue.length; head += 1) {
      const u = this.queue[head] as number;
      if (this.level[this.at(this.outer, u)] === odd) continue;
      for (let v = 1; v <= this.n; v += 1) {
        if (this.at(this.weight, u * this.size + v) <= 0 || this.outer[u] === this.outer[v]) continue;
        if (this.slack(u, v) > 0) this.consider(u, this.at(this.outer, v));
        else if (this.use(u, v)) return true;
      }
    }
    return false;
  }

  /** Moves the dual variables until another edge is tight; gives false when a free vertex is better left free. */
  private moveDuals(): boolean {
    let step = Number.POSITIVE_INFINITY;
    for (let x = 1; x <= this.last; x += 1) {
      if (this.outer[x] !== x) continue;
      if (x > this.n && this.level[x] === odd) step = Math.min(step, this.at(this.dual, x) / 2);
      const near = this.at(this.nearest, x);
      if (!near || this.level[x] === odd) continue;
      step = Math.min(step, this.slack(near, x) / (this.level[x] === even ? 2 : 1));
    }
    for (let u = 1; u <= this.n; u += 1) {
      const level = this.level[this.at(this.outer, u)];
      if (level === even) {
        if (this.at(this.dual, u) <= step) return false;
        this.dual[u] = this.at(this.dual, u) - step;
      } else if (level === odd) this.dual[u] = this.at(this.dual, u) + step;
    }
    for (let x = this.n + 1; x <= this.last; x += 1) {
      if (this.outer[x] !== x) continue;
      if (this.level[x] === even) this.dual[x] = this.at(this.dual, x) + 2 * step;
      else if (this.level[x] === odd) this.dual[x] = this.at(this.dual, x) - 2 * step;
    }
    return true;
  }
}

const outside = -1;
const even = 0;
const odd = 1;

/**
 * The matching of greatest total weight among `size` vertices, counted from 0.
 * @param weightOf an integer for two vertices, the lower one first; 0 or less where they must not be matched. The sum of
 *   all weights of a matching must stay below 2^51.
 * @returns each vertex's partner, -1 for none
 */
export function heaviestMatching(size: number, weightOf: (one: number, other: number) => number): number[] {
  return new Matcher(size, (one, other) => Math.max(0, weightOf(one, other))).run();
}
