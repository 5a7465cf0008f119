/** What the highlighter finds, as a tree of scopes and texts instead of HTML. */
import type { Emitter } from 'highlight.js';

export interface Token {
  /** `keyword`, `string`, `title.function`, …; none for what contains others only. */
  scope?: string;
  children: (Token | string)[];
}

/** Takes the place of the highlighter's own emitter, which writes HTML. */
export class TokenEmitter implements Emitter {
  readonly root: Token = { children: [] };
  private readonly open: Token[] = [this.root];

  startScope(scope: string): void {
    const token: Token = { scope, children: [] };
    this.top().children.push(token);
    this.open.push(token);
  }

  endScope(): void {
    if (this.open.length > 1) this.open.pop();
  }

  /** The highlighter opens scopes of its grammars under this name, which its types leave out. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  addText(text: string): void {
    if (text !== '') this.top().children.push(text);
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof TokenEmitter) this.top().children.push(emitter.root);
  }

  finalize(): void {
    this.open.length = 1;
  }

  toHTML(): string {
    return '';
  }

  private top(): Token {
    return this.open.at(-1) ?? this.root;
  }
}
