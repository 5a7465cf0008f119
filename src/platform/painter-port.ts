/** What the rules and their handlers need to show a drawing as a picture. */
export interface Painter {
  /** The picture of an SVG, as PNG; undefined when it cannot be painted, or not in time. Never throws. */
  paint(svg: string): Promise<Buffer | undefined>;
}
