/**
 * Keeps what is read in its place while messages come in above and below it and grow: at the end the end is kept,
 * elsewhere the first row in view. The browser's own anchoring is off (`overflow-anchor`), as it gives up at the top.
 */

/** Pixels from the end that still count as the end. */
const END = 24;
/** Pixels from the start at which older messages are wanted. */
const NEAR_START = 1200;

export interface Whereabouts {
  isAtEnd: boolean;
  /** More than a window's height away from the newest message. */
  isAway: boolean;
  isNearStart: boolean;
}

export class ScrollKeeper {
  private isAtEnd = true;
  private anchor: { row: Element; top: number } | undefined;
  private lastTop = 0;

  /** `content` is the one child of `scroller`; its children are the rows. */
  constructor(
    private readonly scroller: HTMLElement,
    private readonly content: HTMLElement,
    private readonly onMove: (where: Whereabouts) => void,
  ) {}

  /** Begins to follow; answers how to end it. */
  start(): () => void {
    const observer = new ResizeObserver(() => this.keep());
    observer.observe(this.scroller);
    observer.observe(this.content);
    const onScroll = () => this.note();
    this.scroller.addEventListener('scroll', onScroll, { passive: true });
    this.keep();
    return () => {
      observer.disconnect();
      this.scroller.removeEventListener('scroll', onScroll);
    };
  }

  /** Puts back what moved; to be called after each change of the rows, before it is painted. */
  keep(): void {
    if (this.isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
    else if (this.anchor?.row.isConnected) {
      const moved = this.topOf(this.anchor.row) - this.anchor.top;
      if (Math.abs(moved) >= 1) this.scroller.scrollTop += moved;
    }
    this.note();
  }

  toEnd(): void {
    this.isAtEnd = true;
    this.keep();
  }

  /** Brings a row into the middle, and keeps it there while the rows around it are laid out. */
  reveal(row: Element): void {
    this.isAtEnd = false;
    row.scrollIntoView({ block: 'center' });
    this.lastTop = this.scroller.scrollTop;
    this.anchor = { row, top: this.topOf(row) };
  }

  where(): Whereabouts {
    const { scrollTop, clientHeight } = this.scroller;
    return {
      isAtEnd: this.isAtEnd,
      isAway: this.fromEnd() > clientHeight,
      isNearStart: scrollTop < NEAR_START,
    };
  }

  /** Remembers where the reader is. */
  private note(): void {
    const { scrollTop } = this.scroller;
    // Rows that grow move the end away from a reader who stays there; only going up leaves it.
    if (this.fromEnd() < END) this.isAtEnd = true;
    else if (scrollTop < this.lastTop - 1) this.isAtEnd = false;
    this.lastTop = scrollTop;
    const row = this.firstInView();
    this.anchor = row && { row, top: this.topOf(row) };
    this.onMove(this.where());
  }

  private fromEnd(): number {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    return scrollHeight - clientHeight - scrollTop;
  }

  private topOf(row: Element): number {
    return row.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  private firstInView(): Element | undefined {
    const rows = this.content.children;
    const top = this.scroller.getBoundingClientRect().top;
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
      else low = middle + 1;
    }
    return rows[low];
  }
}
