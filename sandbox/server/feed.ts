/** The stream of changes that a page or a test can follow (server-sent events). */
import type { ServerResponse } from 'node:http';

export class Feed {
  private readonly followers = new Set<ServerResponse>();

  /** Streams to a response until it is closed. */
  follow(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write(': following\n\n');
    this.followers.add(response);
    response.on('close', () => this.followers.delete(response));
  }

  /** `facts` is only called when someone follows. */
  tell(type: string, facts: () => unknown): void {
    if (this.followers.size === 0) return;
    const line = `event: ${type}\ndata: ${JSON.stringify(facts())}\n\n`;
    for (const follower of this.followers) follower.write(line);
  }

  close(): void {
    for (const follower of this.followers) follower.end();
    this.followers.clear();
  }
}
